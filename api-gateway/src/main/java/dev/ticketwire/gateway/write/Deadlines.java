package dev.ticketwire.gateway.write;

import java.time.Duration;

/**
 * How long a request waits; times in {@link System#nanoTime}.
 *
 * @param preference of the caller
 * @param sentAt when the command was published
 * @param acknowledgedBy when Kafka must have acknowledged the command
 * @param answeredBy when the caller gets a receipt instead of the outcome
 */
record Deadlines(Preference preference, long sentAt, long acknowledgedBy, long answeredBy) {

    static Deadlines startingNow(Preference preference, Duration acknowledgement) {
        long now = System.nanoTime();
        return new Deadlines(
                preference,
                now,
                now + acknowledgement.toNanos(),
                now + preference.patience().toNanos());
    }
}
