package dev.ticketwire.gateway.write;

import dev.ticketwire.gateway.body.BufferedBody;
import dev.ticketwire.gateway.call.Call;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request whose command is on its way. Its state is changed on the call's event loop only. */
final class PendingRequest {
    final Call call;
    final BufferedBody body;
    final String correlation;
    /** Of two requests the one that came first has the smaller one. */
    final long order;

    final UUID id;
    final String fingerprint;
    final Preference preference;
    /** Whether another request may have sent the same command before. */
    final boolean repeatable;
    /** See {@link UnansweredCreates#request}; null if only an {@code Idempotency-Key} makes two requests one. */
    final @Nullable String sameBytes;
    /** The epoch of the partitions when the command was sent; -1 if it names none. */
    final int epoch;

    final long sentAt;
    final long acknowledgedBy;
    final long answeredBy;

    volatile boolean stored;
    /** An answer has been given, or is being asked of the inbox. */
    volatile boolean settling;

    volatile long askedAt;

    /** Others have been told that it takes long; the sweep's alone. */
    volatile boolean late;

    PendingRequest(
            Call call,
            BufferedBody body,
            String correlation,
            long order,
            UUID id,
            String fingerprint,
            Preference preference,
            boolean repeatable,
            @Nullable String sameBytes,
            int epoch,
            long sentAt,
            long acknowledgedBy,
            long answeredBy) {
        this.call = call;
        this.body = body;
        this.correlation = correlation;
        this.order = order;
        this.id = id;
        this.fingerprint = fingerprint;
        this.preference = preference;
        this.repeatable = repeatable;
        this.sameBytes = sameBytes;
        this.epoch = epoch;
        this.sentAt = sentAt;
        this.acknowledgedBy = acknowledgedBy;
        this.answeredBy = answeredBy;
    }
}
