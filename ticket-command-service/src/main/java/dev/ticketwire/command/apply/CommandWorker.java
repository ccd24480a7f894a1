package dev.ticketwire.command.apply;

import dev.ticketwire.osticket.reference.ReferenceUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * One consumer, one poll, one transaction. Offsets move on only when every outcome is published; what is not finished
 * when the process ends is delivered again, and the inbox knows what of it was done.
 */
@ApplicationScoped
class CommandWorker {
    private static final Logger LOG = Logger.getLogger(CommandWorker.class);
    /** Another worker holds the same command or requester: it is done within a moment, or the rows say so next time. */
    private static final int DUPLICATE_TRIES = 10;

    private final BatchTransaction transaction;
    private final OutcomePublisher publisher;
    private final ApplyState state;
    private final ApplyTelemetry telemetry;
    private final ApplyConfig config;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    CommandWorker(
            BatchTransaction transaction,
            OutcomePublisher publisher,
            ApplyState state,
            ApplyTelemetry telemetry,
            ApplyConfig config) {
        this.transaction = transaction;
        this.publisher = publisher;
        this.state = state;
        this.telemetry = telemetry;
        this.config = config;
    }

    @Incoming("commands")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> work(KafkaRecordBatch<String, byte[]> batch) {
        List<Delivery> deliveries = new ArrayList<>();
        for (KafkaRecord<String, byte[]> record : batch.getRecords()) {
            deliveries.add(Delivery.of(source(record)));
        }
        return CompletableFuture.runAsync(() -> work(deliveries), workers).thenCompose(done -> batch.ack());
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    @SuppressWarnings("unchecked") // the channel's own record
    private static ConsumerRecord<String, byte[]> source(KafkaRecord<String, byte[]> record) {
        return record.getMetadata(io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata.class)
                .map(metadata -> (ConsumerRecord<String, byte[]>) metadata.getRecord())
                .orElseThrow();
    }

    private void work(List<Delivery> deliveries) {
        try (var batch = telemetry.started(deliveries)) {
            Map<String, Recorded> outcomes = untilApplied(deliveries);
            batch.applied(outcomes);
            untilPublished(deliveries, outcomes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private Map<String, Recorded> untilApplied(List<Delivery> deliveries) throws InterruptedException {
        BackOff backOff = new BackOff(config);
        int duplicates = 0;
        while (true) {
            try {
                Map<String, Recorded> outcomes = transaction.apply(deliveries);
                state.applied();
                return outcomes;
            } catch (ReferenceUnavailable e) {
                state.waiting(e.getMessage());
            } catch (SQLException e) {
                if (Faults.isDuplicate(e) && ++duplicates <= DUPLICATE_TRIES) {
                    continue;
                }
                state.waiting(e.getMessage());
            }
            pause(backOff);
        }
    }

    private void untilPublished(List<Delivery> deliveries, Map<String, Recorded> outcomes) throws InterruptedException {
        BackOff backOff = new BackOff(config);
        while (true) {
            try {
                publisher.publish(deliveries, outcomes);
                return;
            } catch (RuntimeException e) {
                LOG.warnf("outcomes could not be published, trying again: %s", e.getMessage());
            }
            pause(backOff);
        }
    }

    private void pause(BackOff backOff) throws InterruptedException {
        if (stopping) {
            throw new InterruptedException("the service is stopping");
        }
        backOff.pause();
    }
}
