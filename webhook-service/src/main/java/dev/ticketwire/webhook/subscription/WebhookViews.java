package dev.ticketwire.webhook.subscription;

import dev.ticketwire.webhook.seal.SealBrokenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the views of subscriptions. Blocks. */
@ApplicationScoped
class WebhookViews {
    private final WebhookStore store;
    private final WebhookCodec codec;

    WebhookViews(WebhookStore store, WebhookCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /** @param shownSecret to be shown once, else null */
    WebhookView view(Webhook row, boolean isForOperator, @Nullable String shownSecret) {
        WebhookStore.Progress progress = store.progress(List.of(id(row)));
        return WebhookView.of(source(row, progress, isForOperator, shownSecret));
    }

    List<WebhookView> views(List<Webhook> rows, boolean isForOperator) {
        WebhookStore.Progress progress =
                store.progress(rows.stream().map(WebhookViews::id).toList());
        return rows.stream()
                .map(row -> WebhookView.of(source(row, progress, isForOperator, null)))
                .toList();
    }

    private WebhookView.Source source(
            Webhook row, WebhookStore.Progress progress, boolean isForOperator, @Nullable String shownSecret) {
        return new WebhookView.Source(
                row,
                codec.filters(row),
                codec.template(row),
                shown(row),
                progress.waiting().getOrDefault(id(row), 0L),
                progress.behind().containsKey(id(row)),
                isForOperator,
                shownSecret,
                Instant.now());
    }

    /** Without its address if its key is missing: the others of a list are shown all the same. */
    private Confidential shown(Webhook row) {
        try {
            return codec.confidential(row);
        } catch (SealBrokenException e) {
            return new Confidential("", Map.of(), List.of());
        }
    }

    private static int id(Webhook row) {
        return Objects.requireNonNull(row.id);
    }
}
