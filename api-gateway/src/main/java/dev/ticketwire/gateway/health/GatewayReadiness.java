package dev.ticketwire.gateway.health;

import dev.ticketwire.gateway.write.OutcomePartitions;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.Metric;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when keys can be checked and commands can be sent and answered; says what is missing. */
@Readiness
@ApplicationScoped
class GatewayReadiness implements HealthCheck {
    /** Heartbeats go out every 1.5 s. */
    private static final double SILENT_SECONDS = 5;

    private final ReferenceSnapshot snapshot;
    private final OutcomePartitions partitions;
    private final KafkaClientService kafka;

    GatewayReadiness(ReferenceSnapshot snapshot, OutcomePartitions partitions, KafkaClientService kafka) {
        this.snapshot = snapshot;
        this.partitions = partitions;
        this.kafka = kafka;
    }

    @Override
    public HealthCheckResponse call() {
        boolean reference = snapshot.isAvailable();
        boolean assigned = partitions.isAssigned();
        boolean broker = hearsOfBroker();
        return HealthCheckResponse.named("gateway")
                .withData("reference data", reference ? "available" : "missing: the database cannot be read")
                .withData("outcomes", assigned ? "assigned" : "missing: no partition of the outcomes topic is assigned")
                .withData("kafka", broker ? "reachable" : "missing: no broker answers")
                .status(reference && assigned && broker)
                .build();
    }

    private boolean hearsOfBroker() {
        KafkaConsumer<Object, Object> consumer = kafka.getConsumer("outcomes");
        if (consumer == null) {
            return false;
        }
        for (Metric metric : consumer.unwrap().metrics().values()) {
            if (metric.metricName().name().equals("last-heartbeat-seconds-ago")
                    && metric.metricValue() instanceof Number ago) {
                return ago.doubleValue() >= 0 && ago.doubleValue() < SILENT_SECONDS;
            }
        }
        return false;
    }
}
