package dev.ticketwire.webhook.send;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver.
 *
 * @param status HTTP status of the answer; 0 if there is none
 * @param error why there is no answer; null if there is one
 * @param answer the first 1024 bytes of the answer's body
 * @param retryAfter from the answer's {@code Retry-After}, null if it has none
 */
public record Attempt(
        Instant started,
        Duration duration,
        int status,
        @Nullable Failure error,
        byte[] answer,
        @Nullable Duration retryAfter) {

    /** Why there is no answer. Stored by name in lower case with dashes; says nothing of the network inside. */
    public enum Failure {
        /** The host has no address that may be called: unknown names and refused addresses look the same. */
        ADDRESS_REFUSED,
        CONNECTION_FAILED,
        TLS_FAILED,
        TIMED_OUT,
        ANSWER_INVALID,
        /** The event is no longer in the topic. */
        EVENT_EXPIRED,
        /** Ended by this service, for instance when it stops: not the receiver's fault. */
        INTERRUPTED
    }

    /** Any 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The receiver wants no more: 410. */
    public boolean isGone() {
        return status == 410;
    }
}
