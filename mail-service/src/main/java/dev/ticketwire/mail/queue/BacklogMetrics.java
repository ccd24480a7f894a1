package dev.ticketwire.mail.queue;

import dev.ticketwire.mail.queue.store.CountedRows;
import dev.ticketwire.mail.queue.store.CountedRows.Counts;
import dev.ticketwire.mail.queue.store.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Metrics of what waits and failed, measured when they are asked for, but not more often than every few seconds. */
final class BacklogMetrics {
    private static final Duration EVERY = Duration.ofSeconds(4);

    private final Database database;
    private final boolean hasLimits;
    private long measuredAt = System.nanoTime() - EVERY.toNanos();
    private @Nullable Counts counts;

    BacklogMetrics(Database database, boolean hasLimits, MeterRegistry meters) {
        this.database = database;
        this.hasLimits = hasLimits;
        gauge(meters, "waiting", "Mails that wait to be sent", Counts::waiting);
        gauge(meters, "oldest.seconds", "Age of the oldest mail that waits", Counts::oldestSeconds);
        gauge(
                meters,
                "failed",
                "Mails that were given up, until they are sent again, discarded or forgotten",
                Counts::failed);
        gauge(meters, "held.back", "Mails that wait because of a limit", Counts::heldBack);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Counts> value) {
        Gauge.builder("ticketwire.mails." + name, () -> value(value))
                .description(description)
                .register(meters);
    }

    /** @return NaN while the database is away */
    private synchronized double value(ToDoubleFunction<Counts> value) {
        if (System.nanoTime() - measuredAt >= EVERY.toNanos()) {
            measuredAt = System.nanoTime();
            counts = measure();
        }
        return counts == null ? Double.NaN : value.applyAsDouble(counts);
    }

    private @Nullable Counts measure() {
        try {
            return database.transaction(connection -> CountedRows.read(connection, hasLimits));
        } catch (SQLException e) {
            return null;
        }
    }
}
