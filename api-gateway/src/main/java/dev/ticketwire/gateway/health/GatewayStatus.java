package dev.ticketwire.gateway.health;

import dev.ticketwire.gateway.write.OutcomePartitions;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.Metric;

/** Whether the gateway can do what it is for. Looks at what is in memory alone. */
@ApplicationScoped
public class GatewayStatus {
    /** Heartbeats go out every 1.5 s. */
    private static final double SILENT_SECONDS = 5;
    /** Kafka's metrics are looked through no more often, however many ask. */
    private static final long HOLDS_NANOS = 500_000_000;

    private final ReferenceSnapshot snapshot;
    private final OutcomePartitions partitions;
    private final KafkaClientService kafka;
    private volatile Look last = new Look(false, System.nanoTime() - HOLDS_NANOS - 1);

    private record Look(boolean isUp, long nanos) {}

    GatewayStatus(ReferenceSnapshot snapshot, OutcomePartitions partitions, KafkaClientService kafka) {
        this.snapshot = snapshot;
        this.partitions = partitions;
        this.kafka = kafka;
    }

    /** Whether keys can be checked and commands can be sent and answered; up to half a second old. */
    public boolean isUp() {
        long now = System.nanoTime();
        Look before = last;
        if (now - before.nanos < HOLDS_NANOS) {
            return before.isUp;
        }
        boolean isUp = knowsKeys() && hasPartition() && hearsOfBroker();
        last = new Look(isUp, now);
        return isUp;
    }

    boolean knowsKeys() {
        return snapshot.isAvailable();
    }

    boolean hasPartition() {
        return partitions.isAssigned();
    }

    boolean hearsOfBroker() {
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
