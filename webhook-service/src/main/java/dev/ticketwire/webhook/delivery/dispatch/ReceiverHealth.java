package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.delivery.store.Outcome;
import dev.ticketwire.webhook.delivery.store.Outcome.State;
import dev.ticketwire.webhook.delivery.store.WebhookRows.Health;
import dev.ticketwire.webhook.send.Attempt;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How receivers have done since this was last written. For one thread. */
final class ReceiverHealth {
    private final Map<Integer, Health> changed = new HashMap<>();

    void add(Outcome outcome) {
        Attempt attempt = outcome.attempt();
        if (attempt != null && attempt.error() != Attempt.Failure.EVENT_EXPIRED) {
            changed.merge(outcome.delivery().subscription(), health(outcome, attempt), ReceiverHealth::merged);
        }
    }

    private static Health health(Outcome outcome, Attempt attempt) {
        return outcome.state() == State.DELIVERED
                ? new Health(attempt.started(), null)
                : new Health(null, attempt.started());
    }

    private static Health merged(Health before, Health now) {
        return now.lastSuccess() != null
                ? now
                : new Health(before.lastSuccess(), first(before.failingSince(), now.failingSince()));
    }

    private static <T> @Nullable T first(@Nullable T before, @Nullable T now) {
        return before == null ? now : before;
    }

    Map<Integer, Health> changed() {
        return changed;
    }

    void written() {
        changed.clear();
    }
}
