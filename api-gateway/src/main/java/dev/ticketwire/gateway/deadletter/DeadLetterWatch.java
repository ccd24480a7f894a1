package dev.ticketwire.gateway.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts the open dead letters every {@code ticketwire.watch.every} (default 10 s). Every gateway counts the same: use
 * the maximum. While Kafka does not answer, the last count stays.
 */
@ApplicationScoped
class DeadLetterWatch {
    private static final Logger LOG = Logger.getLogger(DeadLetterWatch.class);

    private final Map<String, Object> kafka;
    private final Duration every;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("dead-letter-watch").unstarted(task));
    private volatile @Nullable LongSummaryStatistics failedAt;
    private @Nullable OpenLetters letters;

    DeadLetterWatch(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "ticketwire.watch.every") Duration every,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.every = every;
        Gauge.builder("ticketwire.dead.letters.open", this, DeadLetterWatch::count)
                .description("Failed commands that wait for an operator to replay or discard them")
                .register(meters);
        Gauge.builder("ticketwire.dead.letters.oldest", this, DeadLetterWatch::oldestSeconds)
                .description("Age of the oldest open dead letter, 0 if there is none")
                .baseUnit("seconds")
                .register(meters);
    }

    private double count() {
        LongSummaryStatistics now = failedAt;
        return now == null ? Double.NaN : now.getCount();
    }

    private double oldestSeconds() {
        LongSummaryStatistics now = failedAt;
        if (now == null) {
            return Double.NaN;
        }
        return now.getCount() == 0 ? 0 : Math.max(0, System.currentTimeMillis() - now.getMin()) / 1000.0;
    }

    void start(@Observes StartupEvent event) {
        watcher.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (letters == null) {
                letters = new OpenLetters(kafka);
            }
            failedAt = letters.read();
        } catch (KafkaException e) {
            LOG.debugf("the dead letters cannot be counted: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("the dead letters cannot be counted", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        watcher.shutdownNow();
    }
}
