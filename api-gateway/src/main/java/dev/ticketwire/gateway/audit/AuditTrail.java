package dev.ticketwire.gateway.audit;

import dev.ticketwire.contract.message.AuditRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Queues audit records until Kafka has them. No request waits for that or fails because of it: while Kafka is
 * unavailable, records wait here, as many as {@link AuditSettings} allows; further ones are dropped and counted.
 */
@ApplicationScoped
public class AuditTrail {
    private static final Logger LOG = Logger.getLogger(AuditTrail.class);
    private static final long SHUTDOWN_MILLIS = 3000;

    private final boolean enabled;
    private final BlockingQueue<AuditRecord> waiting;
    private final AuditSettings settings;
    private final Map<String, Object> kafka;
    private final Counter dropped;
    private final AtomicBoolean dropping = new AtomicBoolean();
    private @Nullable AuditSender sender;

    AuditTrail(
            AuditSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry meters) {
        this.settings = settings;
        this.enabled = settings.enabled();
        this.kafka = kafka;
        this.waiting = new ArrayBlockingQueue<>(settings.mostWaiting());
        this.dropped = Counter.builder("ticketwire.audit.dropped")
                .description("Audit records that did not get to Kafka")
                .register(meters);
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** Any thread; never blocks. */
    public void add(AuditRecord record) {
        if (enabled && !waiting.offer(record)) {
            drop();
        }
    }

    private void drop() {
        dropped.increment();
        if (dropping.compareAndSet(false, true)) {
            LOG.error("audit records are being dropped: Kafka does not take them; see ticketwire_audit_dropped_total");
        }
    }

    private void delivered() {
        if (dropping.get() && dropping.compareAndSet(true, false)) {
            LOG.info("Kafka takes audit records again");
        }
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            sender = new AuditSender(waiting, kafka, settings.patience(), this::delivered, this::drop);
            sender.start();
        }
    }

    /** Sends the queued records, as far as Kafka accepts them within a few seconds. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (sender != null) {
            sender.stop(SHUTDOWN_MILLIS);
        }
    }
}
