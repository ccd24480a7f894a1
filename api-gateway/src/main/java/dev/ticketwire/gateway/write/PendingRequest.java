package dev.ticketwire.gateway.write;

import dev.ticketwire.gateway.body.BufferedBody;
import dev.ticketwire.gateway.call.Call;

/**
 * A request that waits for its command's acknowledgement and outcome. Its state changes on the call's event loop only.
 */
final class PendingRequest {
    final Call call;
    final BufferedBody body;
    final CommandIdentity identity;
    final String fingerprint;
    final ReplyRoute replyTo;
    final Deadlines deadlines;

    /** Kafka has acknowledged the command. */
    volatile boolean acknowledged;
    /** A response has been sent, or the query service is being asked for the outcome. */
    volatile boolean settling;

    /** When the query service was last asked, in {@link System#nanoTime}; 0 for never. */
    volatile long askedAt;

    /** Whether the command has been announced to the other gateways. Used by the sweep only. */
    volatile boolean announced;

    /** @param fingerprint of the request, see {@link CommandIds#fingerprint} */
    PendingRequest(
            Call call,
            BufferedBody body,
            CommandIdentity identity,
            String fingerprint,
            ReplyRoute replyTo,
            Deadlines deadlines) {
        this.call = call;
        this.body = body;
        this.identity = identity;
        this.fingerprint = fingerprint;
        this.replyTo = replyTo;
        this.deadlines = deadlines;
    }
}
