package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.proxy.HandledCommand;
import dev.ticketwire.gateway.proxy.OutcomeClient;
import dev.ticketwire.rest.drain.Drain;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait for Kafka's acknowledgement and then for their outcome, which comes through Kafka. The query
 * service is asked for it before a request is deferred, and after a rebalance, which may have lost it. When all places
 * are taken, the request that has waited longest for its outcome is answered with a receipt: its command is stored.
 */
@ApplicationScoped
public class PendingRequests {
    private static final long SWEEP_MILLIS = 100;
    private static final int FEW = 8;
    /** Interval of questions about one command while no partition is assigned. */
    private static final long ASK_AGAIN_NANOS = 500_000_000L;
    /** Age at which a create is announced to other gateways; shorter than any known client waits. */
    private static final long ANNOUNCE_NANOS = 2_000_000_000L;
    /** Maximum of concurrent questions, so that a rebalance with many requests does not flood the query service. */
    private static final int MAX_QUESTIONS = 64;
    /** Short, because the last question comes when the caller has waited long enough. */
    private static final Duration QUESTION_TIMEOUT = Duration.ofSeconds(1);

    private final Map<String, PendingRequest> requests = new ConcurrentHashMap<>();
    /** Requests with an acknowledged command, the oldest first. */
    private final ConcurrentNavigableMap<Long, PendingRequest> acknowledged = new ConcurrentSkipListMap<>();

    private final AtomicInteger bulks = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private final Vertx vertx;
    private final OutcomePartitions partitions;
    private final OutcomeClient outcomeClient;
    private final CommandResponses responses;
    private final UnansweredCreates unanswered;
    private final Drain drain;
    private final int capacity;
    private final Counter shed;

    PendingRequests(
            Vertx vertx,
            OutcomePartitions partitions,
            OutcomeClient outcomeClient,
            CommandResponses responses,
            UnansweredCreates unanswered,
            Drain drain,
            WriteSettings settings,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.partitions = partitions;
        this.outcomeClient = outcomeClient;
        this.responses = responses;
        this.unanswered = unanswered;
        this.drain = drain;
        this.capacity = settings.mostWaiting();
        this.shed = Counter.builder("ticketwire.commands.shed")
                .description("Requests answered 202 before their time, to make room for others")
                .register(meters);
        Gauge.builder("ticketwire.commands.waiting", this, PendingRequests::size)
                .description("Requests that wait for Kafka or for their outcome")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep(System.nanoTime()));
    }

    /** Whether so few requests wait that there is nothing to be gained by treating them together. */
    boolean areFew() {
        return size() <= FEW;
    }

    private int size() {
        return requests.size() + bulks.get();
    }

    /** @throws Refused if all places are taken, and no request could be deferred */
    public void checkRoom() {
        if (size() >= capacity && acknowledged.isEmpty()) {
            throw Refused.unavailable("Too many requests wait for Kafka, try again later");
        }
    }

    /** Takes a place for a bulk, which waits for Kafka only; {@link #leaveBulk} gives it back. */
    public void enterBulk() {
        bulks.incrementAndGet();
        makeRoom();
    }

    public void leaveBulk() {
        bulks.decrementAndGet();
    }

    void add(PendingRequest pending) {
        requests.put(pending.replyTo.correlation(), pending);
        makeRoom();
    }

    private void makeRoom() {
        while (size() > capacity) {
            Map.Entry<Long, PendingRequest> oldest = acknowledged.pollFirstEntry();
            if (oldest == null) {
                return;
            }
            PendingRequest pending = oldest.getValue();
            if (remove(pending)) {
                shed.increment();
                pending.call.context().runOnContext(ignored -> responses.receipt(pending));
            }
        }
    }

    /** The request with this correlation, null if it does not wait here. */
    @Nullable
    PendingRequest find(String correlation) {
        return requests.get(correlation);
    }

    /** Kafka has acknowledged the command. Any thread. */
    void acknowledged(PendingRequest pending) {
        pending.body.release();
        pending.call.context().runOnContext(ignored -> {
            pending.acknowledged = true;
            if (requests.containsKey(pending.replyTo.correlation())) {
                acknowledged.put(pending.replyTo.order(), pending);
                deferIfAsynchronous(pending);
            }
        });
    }

    private void deferIfAsynchronous(PendingRequest pending) {
        if (!pending.deadlines.preference().patience().isZero()) {
            return;
        }
        if (pending.identity.repeatable()) {
            ask(pending, true);
        } else {
            defer(pending);
        }
    }

    /** Kafka has not acknowledged the command. Any thread. */
    void notAcknowledged(PendingRequest pending) {
        pending.body.release();
        pending.call.context().runOnContext(ignored -> refuseUnacknowledged(pending));
    }

    /** The outcome is known. Any thread. */
    void complete(PendingRequest pending, HandledCommand handled) {
        pending.call.context().runOnContext(ignored -> respond(pending, handled));
    }

    private void respond(PendingRequest pending, HandledCommand handled) {
        if (remove(pending)) {
            responses.outcome(pending, handled);
        }
    }

    private void sweep(long now) {
        int epoch = partitions.assignment().epoch();
        for (PendingRequest pending : requests.values()) {
            announceIfSlow(pending, now);
            if (!pending.settling) {
                checkDeadlines(pending, now, epoch);
            }
        }
    }

    private void announceIfSlow(PendingRequest pending, long now) {
        boolean isSlow = now - pending.deadlines.sentAt() > ANNOUNCE_NANOS;
        String duplicateKey = pending.identity.duplicateKey();
        if (isSlow && !pending.announced && duplicateKey != null) {
            pending.announced = true;
            unanswered.announce(duplicateKey, pending.identity.id());
        }
    }

    private void checkDeadlines(PendingRequest pending, long now, int epoch) {
        Deadlines deadlines = pending.deadlines;
        if (!pending.acknowledged) {
            if (now - deadlines.acknowledgedBy() > 0) {
                pending.call.context().runOnContext(ignored -> refuseUnacknowledged(pending));
            }
        } else if (now - deadlines.answeredBy() > 0 || drain.isLastCall()) {
            pending.call.context().runOnContext(ignored -> ask(pending, true));
        } else if (pending.replyTo.epoch() != epoch && now - pending.askedAt > ASK_AGAIN_NANOS) {
            pending.call.context().runOnContext(ignored -> ask(pending, false));
        }
    }

    /** Asks the query service for the outcome. If that is not known, and {@code last}, the request is deferred. */
    private void ask(PendingRequest pending, boolean last) {
        if (pending.settling || (!last && questions.get() >= MAX_QUESTIONS)) {
            return;
        }
        pending.settling = true;
        questions.incrementAndGet();
        outcomeClient
                .find(pending.identity.id(), QUESTION_TIMEOUT)
                .onComplete(result -> pending.call.context().runOnContext(ignored -> {
                    questions.decrementAndGet();
                    pending.askedAt = System.nanoTime();
                    pending.settling = false;
                    if (result.succeeded() && result.result().isPresent()) {
                        respond(pending, result.result().get());
                    } else if (last) {
                        defer(pending);
                    }
                }));
    }

    private void defer(PendingRequest pending) {
        if (remove(pending)) {
            responses.receipt(pending);
        }
    }

    private void refuseUnacknowledged(PendingRequest pending) {
        if (!pending.acknowledged && remove(pending)) {
            responses.unacknowledged(pending);
        }
    }

    /** True on the first call only, so that a request gets one response. */
    private boolean remove(PendingRequest pending) {
        pending.settling = true;
        acknowledged.remove(pending.replyTo.order());
        return requests.remove(pending.replyTo.correlation()) != null;
    }
}
