package dev.ticketwire.webhook.delivery;

import dev.ticketwire.webhook.delivery.store.BacklogRows;
import dev.ticketwire.webhook.delivery.store.Transactions;
import dev.ticketwire.webhook.subscription.Subscription;
import dev.ticketwire.webhook.subscription.Subscription.State;
import dev.ticketwire.webhook.subscription.Subscriptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Metrics of what waits, measured when they are asked for, but not more often than every few seconds. */
final class BacklogMetrics {
    private static final Duration EVERY = Duration.ofSeconds(4);

    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final Supplier<Set<Integer>> partitions;
    private long measuredAt = System.nanoTime() - EVERY.toNanos();
    private double oldest = Double.NaN;

    BacklogMetrics(
            Transactions transactions,
            Subscriptions subscriptions,
            Supplier<Set<Integer>> partitions,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.partitions = partitions;
        Gauge.builder("ticketwire.webhooks.oldest", this::oldestSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest delivery that waits, of active subscriptions")
                .register(meters);
    }

    /** @return NaN while the database is away */
    private synchronized double oldestSeconds() {
        if (System.nanoTime() - measuredAt >= EVERY.toNanos()) {
            measuredAt = System.nanoTime();
            oldest = measure();
        }
        return oldest;
    }

    private double measure() {
        try {
            return transactions
                    .once(connection -> BacklogRows.oldest(connection, partitions.get(), this::isActive))
                    .map(since -> Duration.between(since, Instant.now()).toMillis() / 1000.0)
                    .orElse(0.0);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    private boolean isActive(int id) {
        @Nullable Subscription subscription = subscriptions.get(id);
        return subscription != null && subscription.state() == State.ACTIVE;
    }
}
