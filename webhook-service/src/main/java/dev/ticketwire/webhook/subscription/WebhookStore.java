package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.webhook.seal.SealBrokenException;
import dev.ticketwire.webhook.send.Target;
import dev.ticketwire.webhook.subscription.Subscription.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps subscriptions in the database, each change in its own transaction. Blocks. */
@ApplicationScoped
class WebhookStore {
    private static final Target UNREADABLE = new Target(URI.create("https://unreadable.invalid/"), Map.of(), List.of());
    private static final Logger LOG = Logger.getLogger(WebhookStore.class);

    private final WebhookRepository rows;
    private final WebhookCodec codec;
    private final WebhookSettings settings;

    WebhookStore(WebhookRepository rows, WebhookCodec codec, WebhookSettings settings) {
        this.rows = rows;
        this.codec = codec;
        this.settings = settings;
    }

    /** A subscription as deliveries need it, but for what its key may see. */
    record Kept(
            int id,
            int revision,
            int keyId,
            State state,
            @Nullable String reason,
            Filters filters,
            Target target,
            @Nullable JsonNode template) {}

    /** All of them at one moment. */
    record Stored(WebhookRepository.Summary summary, List<Kept> all) {}

    /** @return {@code before} itself if nothing has changed since */
    @Transactional
    Stored readIfChanged(@Nullable Stored before) {
        WebhookRepository.Summary summary = rows.summary();
        return before != null && before.summary.equals(summary)
                ? before
                : new Stored(
                        summary,
                        rows.everyWebhook().stream().flatMap(this::kept).toList());
    }

    /** One that cannot be read is not left out: the engine keeps its place in the events as it does of a paused one. */
    private Stream<Kept> kept(Webhook row) {
        try {
            return Stream.of(new Kept(
                    id(row),
                    row.revision,
                    row.keyId,
                    State.valueOf(row.state.toUpperCase(Locale.ROOT)),
                    row.reason,
                    codec.filters(row),
                    codec.confidential(row).target(),
                    codec.template(row)));
        } catch (SealBrokenException | IllegalArgumentException | UncheckedIOException e) {
            LOG.errorf("webhook %d cannot be read and rests until it can: %s", id(row), e.getMessage());
            return Stream.of(new Kept(
                    id(row), row.revision, row.keyId, State.PAUSED, row.reason, Filters.NONE, UNREADABLE, null));
        }
    }

    private static int id(Webhook row) {
        return Objects.requireNonNull(row.id);
    }

    @Transactional
    List<Webhook> page(@Nullable Integer keyId, int after, int limit) {
        return rows.page(keyId, after, limit);
    }

    /** @param keyId null for those of all keys */
    @Transactional
    Webhook get(int id, @Nullable Integer keyId) {
        return owned(rows.findByIdOptional(id), keyId);
    }

    private static Webhook owned(Optional<Webhook> row, @Nullable Integer keyId) {
        return row.filter(known -> keyId == null || known.keyId == keyId)
                .orElseThrow(() -> Refused.of(ProblemCode.WEBHOOK_NOT_FOUND, "There is no webhook with this id"));
    }

    /** What is waiting for each of them, and which have not been told everything. */
    record Progress(Map<Integer, Long> waiting, Map<Integer, Long> behind) {}

    @Transactional
    Progress progress(Collection<Integer> ids) {
        return new Progress(rows.waiting(ids), rows.behind(ids));
    }

    /**
     * The same request of before.
     *
     * @param idempotency SHA-256 of the {@code Idempotency-Key}, null without one
     * @param since without one, the same content counts as a repetition if it came after this
     * @throws Refused 422 if the {@code Idempotency-Key} was sent with another content
     */
    @Transactional
    Optional<Webhook> repeated(int keyId, String fingerprint, @Nullable String idempotency, Instant since) {
        if (idempotency == null) {
            return rows.byFingerprint(keyId, fingerprint)
                    .filter(row -> row.idempotency == null && row.created.isAfter(since));
        }
        Optional<Webhook> known = rows.byIdempotency(keyId, idempotency);
        if (known.isPresent() && !known.get().fingerprint.equals(fingerprint)) {
            throw Refused.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another webhook");
        }
        return known;
    }

    /** A subscription to be made. */
    record Order(
            int keyId,
            Draft draft,
            String secret,
            String fingerprint,
            @Nullable String idempotency) {}

    /** @param offsets of each partition, from which on it is told */
    @Transactional
    Webhook add(Order order, Map<Integer, Long> offsets, Instant now) {
        if (rows.count(order.keyId) >= settings.mostPerKey()) {
            throw Refused.of(
                    ProblemCode.TOO_MANY_WEBHOOKS, "A key may have " + settings.mostPerKey() + " webhooks at most");
        }
        Webhook row = new Webhook();
        row.keyId = order.keyId;
        row.fingerprint = order.fingerprint;
        row.idempotency = order.idempotency;
        row.created = millis(now);
        row.changed = row.created;
        codec.setOpenPart(row, order.draft);
        rows.persistAndFlush(row);
        List<Confidential.Secret> secrets = List.of(new Confidential.Secret(order.secret, null));
        codec.setConfidential(row, new Confidential(order.draft.url(), order.draft.headers(), secrets));
        rows.begin(id(row), offsets);
        return row;
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Changes a subscription. Concurrent changes are applied one after the other.
     *
     * @param keyId null for that of any key
     * @param change if it throws, nothing changes
     */
    @Transactional
    Webhook change(int id, @Nullable Integer keyId, Instant now, Consumer<Webhook> change) {
        Webhook row = owned(rows.lock(id), keyId);
        change.accept(row);
        row.revision++;
        row.changed = millis(now);
        return row;
    }

    /** @param check if it throws, nothing changes */
    @Transactional
    void delete(int id, @Nullable Integer keyId, Consumer<Webhook> check) {
        Webhook row = owned(rows.lock(id), keyId);
        check.accept(row);
        rows.remove(row);
    }

    /** What waits for it is due now, as if it had not failed. Within a change. */
    void tryAtOnce(int id, Instant now) {
        rows.tryAtOnce(id, now);
    }

    /** Pauses those of them that are active: their keys may have none. */
    @Transactional
    void pauseForKey(Collection<Integer> ids) {
        rows.update(
                "state = 'paused', reason = 'key', revision = revision + 1, changed = ?1"
                        + " where id in ?2 and state = 'active'",
                millis(Instant.now()),
                ids);
    }
}
