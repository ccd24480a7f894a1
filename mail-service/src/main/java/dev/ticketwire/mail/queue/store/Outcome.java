package dev.ticketwire.mail.queue.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt to send a mail means for its row.
 *
 * @param server by name and port
 * @param status of SMTP, 0 for none
 * @param error null if nothing was wrong
 * @param nextAttempt null if it is settled
 * @param firstFailure see {@link Claim}
 * @param done who has it, or will never have it
 */
public record Outcome(
        Claim claim,
        State state,
        Instant when,
        String server,
        int status,
        @Nullable String error,
        @Nullable Instant nextAttempt,
        @Nullable Instant firstFailure,
        List<String> done) {
    /** As stored, in lower case. */
    public enum State {
        SENT,
        FAILED,
        WAITING
    }

    public long id() {
        return claim.id();
    }
}
