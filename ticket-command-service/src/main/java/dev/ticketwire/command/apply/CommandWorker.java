package dev.ticketwire.command.apply;

import dev.ticketwire.osticket.check.DatabaseWatch;
import dev.ticketwire.osticket.read.BackOff;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Applies one batch at a time per consumer, in one transaction. Offsets are committed only after every outcome is
 * published. Commands that are not finished when the process ends are redelivered, and the inbox recognises those that
 * were applied.
 */
@ApplicationScoped
class CommandWorker {
    private static final Logger LOG = Logger.getLogger(CommandWorker.class);
    /**
     * Another worker writes the same command or requester: its transaction ends soon, and then its rows are visible.
     */
    private static final int DUPLICATE_TRIES = 10;
    /** Maximum age of the last database check when a transaction begins. */
    private static final Duration LOOKED_AT = Duration.ofMillis(500);
    /** What the batches in progress get when the service stops. The largest ones take a few seconds. */
    private static final Duration LAST_BATCHES = Duration.ofSeconds(10);

    private final DatabaseWatch database;
    private final BatchTransaction transaction;
    private final OutcomePublisher publisher;
    private final ApplyState state;
    private final ApplyTelemetry telemetry;
    private final ApplyConfig config;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    /**
     * By consumer. Commands of a partition stay in order, because one consumer reads it and applies one batch at a
     * time.
     */
    private final Map<Integer, Backlog> backlogs = new ConcurrentHashMap<>();

    /** Read-locked by each batch in progress; write-locked, for good, by the end. */
    private final ReadWriteLock ending = new ReentrantReadWriteLock();

    private volatile boolean stopping;

    CommandWorker(
            DatabaseWatch database,
            BatchTransaction transaction,
            OutcomePublisher publisher,
            ApplyState state,
            ApplyTelemetry telemetry,
            ApplyConfig config) {
        this.database = database;
        this.transaction = transaction;
        this.publisher = publisher;
        this.state = state;
        this.telemetry = telemetry;
        this.config = config;
    }

    @Incoming("commands")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> work(KafkaRecordBatch<String, byte[]> batch) {
        Poll poll = Poll.of(batch);
        return backlogs.computeIfAbsent(poll.consumer(), consumer -> new Backlog(config, workers, this::work))
                .add(poll);
    }

    /**
     * Lets the batches in progress end, and their outcomes be published, before the connections are closed; begins no
     * other. So the next worker has nothing to repeat, and nobody waits for an outcome longer than for a batch.
     */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (!ending.writeLock().tryLock(LAST_BATCHES.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("the last commands were not applied in time; another worker will");
        }
    }

    /** @return false if the service is stopping; commands that are not applied are redelivered */
    private boolean work(List<Poll> polls) {
        if (stopping || !ending.readLock().tryLock()) {
            return false;
        }
        try {
            return workOff(polls);
        } finally {
            ending.readLock().unlock();
        }
    }

    private boolean workOff(List<Poll> polls) {
        List<Delivery> deliveries =
                polls.stream().flatMap(poll -> poll.deliveries().stream()).toList();
        try (var batch = telemetry.started(deliveries)) {
            Map<String, Recorded> outcomes = untilApplied(deliveries);
            batch.applied(outcomes);
            untilPublished(deliveries, outcomes);
            polls.forEach(poll -> poll.finished().run());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, Recorded> untilApplied(List<Delivery> deliveries) throws InterruptedException {
        BackOff backOff = ApplyConfig.backOff(config);
        int duplicates = 0;
        while (true) {
            try {
                return applied(deliveries);
            } catch (SQLException | RuntimeException e) {
                if (Faults.isDuplicate(e) && ++duplicates <= DUPLICATE_TRIES) {
                    continue;
                }
                waitFor(e);
            }
            pause(backOff);
        }
    }

    private Map<String, Recorded> applied(List<Delivery> deliveries) throws SQLException {
        database.require(LOOKED_AT);
        Map<String, Recorded> outcomes = transaction.apply(deliveries);
        state.applied();
        return outcomes;
    }

    private void waitFor(Exception e) {
        if (Faults.isSetup(e)) {
            database.suspect();
        }
        state.waiting(e.getMessage());
    }

    private void untilPublished(List<Delivery> deliveries, Map<String, Recorded> outcomes) throws InterruptedException {
        BackOff backOff = ApplyConfig.backOff(config);
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
