package dev.ticketwire.webhook.subscription;

import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.contract.problem.Refused;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the topic of events ends. */
@ApplicationScoped
class EndOffsets {
    private static final Logger LOG = Logger.getLogger(EndOffsets.class);

    private final Map<String, Object> kafka;
    private final int timeoutMillis;
    private @Nullable Admin admin;

    EndOffsets(@Identifier("default-kafka-broker") Map<String, Object> kafka, WebhookSettings settings) {
        this.kafka = kafka;
        this.timeoutMillis = Math.toIntExact(settings.kafkaTimeout().toMillis());
    }

    void stop(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close();
        }
    }

    /**
     * By partition. Of an open transaction, whose events may still come, none lies before it.
     *
     * @throws Refused 503 while Kafka does not answer
     */
    Map<Integer, Long> read() {
        try {
            Admin client = client();
            TopicDescription topic =
                    Objects.requireNonNull(client.describeTopics(java.util.List.of(Topics.TICKET_EVENTS))
                            .allTopicNames()
                            .get()
                            .get(Topics.TICKET_EVENTS));
            Map<TopicPartition, OffsetSpec> wanted = topic.partitions().stream()
                    .map(partition -> new TopicPartition(Topics.TICKET_EVENTS, partition.partition()))
                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            return client
                    .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().partition(),
                            entry -> entry.getValue().offset()));
        } catch (ExecutionException e) {
            LOG.warnf("a webhook cannot be made: Kafka does not answer: %s", e.getMessage());
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static Refused unavailable() {
        return Refused.unavailable("The events cannot be reached, try again later");
    }

    private synchronized Admin client() {
        Admin known = admin;
        if (known == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "webhook-offsets");
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
            settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
            known = Admin.create(settings);
            admin = known;
        }
        return known;
    }
}
