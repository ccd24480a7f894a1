package dev.ticketwire.webhook.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
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
                codec.confidential(row),
                progress.waiting().getOrDefault(id(row), 0L),
                progress.behind().containsKey(id(row)),
                isForOperator,
                shownSecret,
                Instant.now());
    }

    private static int id(Webhook row) {
        return Objects.requireNonNull(row.id);
    }
}
