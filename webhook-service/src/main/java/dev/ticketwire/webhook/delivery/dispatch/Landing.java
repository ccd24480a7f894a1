package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.send.Attempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a try to send ended. */
sealed interface Landing {
    /** @param published when the event was; null if it is none of the topic */
    record Tried(Attempt attempt, @Nullable Instant published) implements Landing {}

    /** The subscription may not be told this event any more. */
    record Hidden() implements Landing {}

    /** The event is no longer in the topic. */
    record Expired() implements Landing {}

    /** Not sent, for a reason of this side. */
    record Postponed() implements Landing {}
}
