package dev.ticketwire.command.apply;

import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.osticket.read.BackOff;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jboss.logging.Logger;

/**
 * Stops the service if the topic could redeliver a command after the inbox has deleted it: the command would be applied
 * twice.
 */
@ApplicationScoped
class RetentionCheck {
    private static final Logger LOG = Logger.getLogger(RetentionCheck.class);
    private static final ConfigResource COMMANDS = new ConfigResource(ConfigResource.Type.TOPIC, Topics.COMMANDS);

    private final ApplyConfig config;
    /** Connection settings of the broker. */
    private final Map<String, Object> kafka;

    RetentionCheck(ApplyConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.kafka = kafka;
    }

    /** Runs beside the startup, because the broker may be unavailable for any time. */
    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("retention-check").start(this::check);
    }

    private void check() {
        BackOff backOff = ApplyConfig.backOff(config);
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            while (true) {
                try {
                    judge(retention(admin));
                    return;
                } catch (ExecutionException | TimeoutException e) {
                    LOG.debugf("the retention of %s cannot be read yet: %s", Topics.COMMANDS, e.getMessage());
                }
                backOff.pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long the topic keeps commands; negative for unlimited */
    private static Duration retention(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        var settings = admin.describeConfigs(List.of(COMMANDS)).all().get(10, TimeUnit.SECONDS);
        String value = Objects.requireNonNull(settings.get(COMMANDS))
                .get(TopicConfig.RETENTION_MS_CONFIG)
                .value();
        return Duration.ofMillis(Long.parseLong(value));
    }

    private void judge(Duration retention) {
        if (!outlives(config.inboxRetention(), retention)) {
            LOG.fatalf(
                    "%s keeps commands for %s, but the inbox only for %s: set ticketwire.apply.inbox-retention to more",
                    Topics.COMMANDS, retention.isNegative() ? "ever" : retention, config.inboxRetention());
            Quarkus.asyncExit(1);
        }
    }

    static boolean outlives(Duration inbox, Duration topic) {
        return !topic.isNegative() && inbox.compareTo(topic) > 0;
    }
}
