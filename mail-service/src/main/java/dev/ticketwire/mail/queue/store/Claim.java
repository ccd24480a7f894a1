package dev.ticketwire.mail.queue.store;

import dev.ticketwire.mail.letter.StoredMail;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail of which this process thinks to send it, or has claimed it.
 *
 * @param mail without its text
 * @param attempts so far
 * @param due when it was to be tried
 * @param firstFailure when a server first did not take it, though it works for others; null if none has
 * @param age since it was decided, or since an operator asked for it again
 * @param error of the last attempt
 * @param isClaimed whether the row was claimed when it was read
 */
public record Claim(
        StoredMail mail,
        int attempts,
        Instant due,
        @Nullable Instant firstFailure,
        Duration age,
        @Nullable String error,
        boolean isClaimed) {
    public long id() {
        return mail.id();
    }
}
