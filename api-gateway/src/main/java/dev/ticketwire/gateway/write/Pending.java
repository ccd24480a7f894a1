package dev.ticketwire.gateway.write;

import dev.ticketwire.gateway.body.Body;
import dev.ticketwire.gateway.call.Call;
import java.util.UUID;

/** A request whose command is on its way. Its state is changed on the call's event loop only. */
final class Pending {
    final Call call;
    final Body body;
    final String correlation;
    /** Of two requests the one that came first has the smaller one. */
    final long order;

    final UUID id;
    final String fingerprint;
    final Preference preference;
    /** Whether another request may have sent the same command before. */
    final boolean repeatable;
    /** The epoch of the partitions when the command was sent; -1 if it names none. */
    final int epoch;

    final long acknowledgedBy;
    final long answeredBy;

    volatile boolean stored;
    /** An answer has been given, or is being asked of the inbox. */
    volatile boolean settling;

    volatile long askedAt;

    Pending(
            Call call,
            Body body,
            String correlation,
            long order,
            UUID id,
            String fingerprint,
            Preference preference,
            boolean repeatable,
            int epoch,
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
        this.epoch = epoch;
        this.acknowledgedBy = acknowledgedBy;
        this.answeredBy = answeredBy;
    }
}
