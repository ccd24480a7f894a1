package dev.ticketwire.gateway.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Measures the backlog every {@code ticketwire.watch.every} (default 10 s). The command service cannot tell that it
 * does not run; the gateway is where commands are accepted. Every gateway measures the same: use the maximum.
 */
@ApplicationScoped
class CommandBacklogWatch {
    private static final Logger LOG = Logger.getLogger(CommandBacklogWatch.class);

    private final Map<String, Object> kafka;
    private final Duration every;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("command-backlog").unstarted(task));
    private volatile @Nullable CommandBacklog latest;
    private @Nullable CommandBacklogReader reader;

    CommandBacklogWatch(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "ticketwire.watch.every") Duration every,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.every = every;
        Gauge.builder("ticketwire.commands.backlog", this, CommandBacklogWatch::commands)
                .description("Accepted commands that are not applied yet; none while Kafka does not answer")
                .register(meters);
        Gauge.builder("ticketwire.commands.backlog.oldest", this, CommandBacklogWatch::oldestSeconds)
                .description("Age of the oldest accepted command that is not applied yet")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("ticketwire.kafka.reachable", this, watch -> watch.latest == null ? 0 : 1)
                .description("1 if the broker answered the last question")
                .register(meters);
    }

    private double commands() {
        CommandBacklog backlog = latest;
        return backlog == null ? Double.NaN : backlog.commands();
    }

    private double oldestSeconds() {
        CommandBacklog backlog = latest;
        return backlog == null ? Double.NaN : backlog.oldestSeconds();
    }

    void start(@Observes StartupEvent event) {
        watcher.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (reader == null) {
                reader = new CommandBacklogReader(kafka);
            }
            latest = reader.read();
        } catch (KafkaException e) {
            latest = null;
            LOG.debugf("the backlog of commands is not known: %s", e.getMessage());
        } catch (RuntimeException e) {
            latest = null;
            LOG.warn("the backlog of commands cannot be measured", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        watcher.execute(this::close);
        watcher.shutdown();
    }

    private void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
