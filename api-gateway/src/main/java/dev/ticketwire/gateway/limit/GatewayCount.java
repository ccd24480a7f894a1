package dev.ticketwire.gateway.limit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many gateways share the limits of a key: the members of the consumer group in which every gateway reads outcomes,
 * unless the configuration says a number.
 */
@ApplicationScoped
class GatewayCount {
    private static final Logger LOG = Logger.getLogger(GatewayCount.class);
    private static final long ASK_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 5_000;

    private final Map<String, Object> kafka;
    private final String group;
    private final OptionalInt configured;
    private volatile int current;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Admin admin;

    /** @throws IllegalArgumentException if the configured number is less than 1 */
    GatewayCount(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.outcomes.group.id") String group,
            RateLimitSettings settings) {
        this.kafka = kafka;
        this.group = group;
        this.configured = settings.gateways();
        this.current = configured.orElse(1);
        if (current < 1) {
            throw new IllegalArgumentException("ticketwire.limit.gateways must be 1 or more");
        }
    }

    /** At least 1; a few seconds old. While Kafka is away, the last number that was known. */
    int current() {
        return current;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        if (configured.isEmpty()) {
            ask();
            vertx.setPeriodic(ASK_MILLIS, timer -> ask());
        }
    }

    /** One question at a time: while Kafka is away they would pile up. */
    private void ask() {
        if (asking.compareAndSet(false, true)) {
            try {
                client().describeConsumerGroups(List.of(group)).all().whenComplete((groups, failure) -> {
                    asking.set(false);
                    ConsumerGroupDescription description = failure == null ? groups.get(group) : null;
                    if (description != null) {
                        learn(description.members().size());
                    }
                });
            } catch (KafkaException e) {
                // No address of a broker resolves yet.
                asking.set(false);
            }
        }
    }

    /** A broker that vanished without a word costs one question. */
    private Admin client() {
        Admin created = admin;
        if (created == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
            created = Admin.create(settings);
            admin = created;
        }
        return created;
    }

    /** @param members 0 while the group has none, as at the very start */
    private void learn(int members) {
        int gateways = Math.max(1, members);
        if (gateways != current) {
            LOG.infof("%d gateways share the limits of keys", gateways);
            current = gateways;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        Admin created = admin;
        if (created != null) {
            created.close(Duration.ZERO);
        }
    }
}
