package dev.ticketwire.gateway.health;

import dev.ticketwire.gateway.write.OutcomePartitions;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.drain.Drain;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.Metric;

/** Whether the gateway can serve requests. Reads in-memory state only. */
@ApplicationScoped
public class GatewayStatus {
    /** Heartbeats are sent every 1.5 s. */
    private static final double MAX_HEARTBEAT_AGE_SECONDS = 5;
    /** How long a result is reused: searching Kafka's metrics for every request would be expensive. */
    private static final long REUSE_NANOS = 500_000_000;

    private final ReferenceSnapshot snapshot;
    private final OutcomePartitions partitions;
    private final KafkaClientService kafka;
    private final Drain drain;
    private final Serving serving = new Serving();
    private volatile Result lastResult = new Result(false, System.nanoTime() - REUSE_NANOS - 1);

    private record Result(boolean isUp, long nanos) {}

    GatewayStatus(ReferenceSnapshot snapshot, OutcomePartitions partitions, KafkaClientService kafka, Drain drain) {
        this.snapshot = snapshot;
        this.partitions = partitions;
        this.kafka = kafka;
        this.drain = drain;
    }

    /** Whether it should get requests: it can serve, and is not about to end; up to half a second old. */
    public boolean isUp() {
        if (drain.hasBegun()) {
            return false;
        }
        long now = System.nanoTime();
        Result before = lastResult;
        if (now - before.nanos < REUSE_NANOS) {
            return before.isUp;
        }
        boolean isUp = isServing();
        lastResult = new Result(isUp, now);
        return isUp;
    }

    boolean isServing() {
        return serving.isUp(hasReferenceData(), hasPartition() && isBrokerReachable());
    }

    boolean hasReferenceData() {
        return snapshot.isAvailable();
    }

    boolean hasPartition() {
        return partitions.isAssigned();
    }

    boolean isBrokerReachable() {
        KafkaConsumer<Object, Object> consumer = kafka.getConsumer("outcomes");
        if (consumer == null) {
            return false;
        }
        for (Metric metric : consumer.unwrap().metrics().values()) {
            if (metric.metricName().name().equals("last-heartbeat-seconds-ago")
                    && metric.metricValue() instanceof Number ago) {
                return ago.doubleValue() >= 0 && ago.doubleValue() < MAX_HEARTBEAT_AGE_SECONDS;
            }
        }
        return false;
    }
}
