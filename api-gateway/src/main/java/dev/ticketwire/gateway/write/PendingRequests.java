package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.proxy.HandledCommand;
import dev.ticketwire.gateway.proxy.OutcomeClient;
import dev.ticketwire.contract.problem.Refusal;
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
 * Requests that wait for Kafka's acknowledgement and then for their outcome. The outcome comes through Kafka; before a
 * request is sent away without one, and after a rebalance, which may have swallowed it, the inbox is asked. Where all
 * places are taken, who has waited longest for an outcome leaves with a receipt: its command is safe.
 */
@ApplicationScoped
public class PendingRequests {

    private static final long SWEEP_MILLIS = 100;
    /** Between two questions about one command while no outcome can be heard of. */
    private static final long ASK_AGAIN_NANOS = 500_000_000L;
    /** Shorter than any client is known to wait. */
    private static final long LATE_NANOS = 2_000_000_000L;
    /** Questions at once, so that a rebalance with many waiting does not flood the query service. */
    private static final int MOST_ASKING = 64;
    /** Short: the caller has waited long enough when it is asked for the last time. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, PendingRequest> requests = new ConcurrentHashMap<>();
    /** Those that Kafka has acknowledged, the oldest first. */
    private final ConcurrentNavigableMap<Long, PendingRequest> stored = new ConcurrentSkipListMap<>();

    private final AtomicInteger bulks = new AtomicInteger();
    private final AtomicInteger asking = new AtomicInteger();
    private final Vertx vertx;
    private final OutcomePartitions partitions;
    private final OutcomeClient outcomeClient;
    private final Responses responses;
    private final CommandResponses commandResponses;
    private final UnansweredCreates unanswered;
    private final int most;
    private final Counter shed;

    PendingRequests(
            Vertx vertx,
            OutcomePartitions partitions,
            OutcomeClient outcomeClient,
            Responses responses,
            CommandResponses commandResponses,
            UnansweredCreates unanswered,
            WriteSettings settings,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.partitions = partitions;
        this.outcomeClient = outcomeClient;
        this.responses = responses;
        this.commandResponses = commandResponses;
        this.unanswered = unanswered;
        this.most = settings.mostWaiting();
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

    private int size() {
        return requests.size() + bulks.get();
    }

    /** @throws Refused if there is no place for one more, and nobody who could leave */
    public void checkRoom() {
        if (size() >= most && stored.isEmpty()) {
            throw Refused.unavailable("Too many requests wait for Kafka, try again later");
        }
    }

    /** Takes the place of a bulk, which waits for Kafka alone; {@link #leave} gives it back. */
    public void enter() {
        bulks.incrementAndGet();
        makeRoom();
    }

    public void leave() {
        bulks.decrementAndGet();
    }

    void add(PendingRequest pending) {
        requests.put(pending.correlation, pending);
        makeRoom();
    }

    private void makeRoom() {
        while (size() > most) {
            Map.Entry<Long, PendingRequest> oldest = stored.pollFirstEntry();
            if (oldest == null) {
                return;
            }
            PendingRequest pending = oldest.getValue();
            if (forget(pending)) {
                shed.increment();
                pending.call.context().runOnContext(ignored -> defer(pending));
            }
        }
    }

    /** The request that {@code correlation} names, null if it does not wait here. */
    @Nullable
    PendingRequest find(String correlation) {
        return requests.get(correlation);
    }

    /** Kafka has the command. Any thread. */
    void stored(PendingRequest pending) {
        pending.body.release();
        pending.call.context().runOnContext(ignored -> {
            pending.stored = true;
            if (requests.containsKey(pending.correlation)) {
                stored.put(pending.order, pending);
            }
            if (!pending.preference.patience().isZero() || !requests.containsKey(pending.correlation)) {
                return;
            }
            if (pending.repeatable) {
                ask(pending, true);
            } else {
                sendAway(pending);
            }
        });
    }

    /** Kafka has not acknowledged the command. Any thread. */
    void notStored(PendingRequest pending) {
        pending.body.release();
        pending.call.context().runOnContext(ignored -> refuseUnstored(pending));
    }

    /** The outcome is known. Any thread. */
    void outcome(PendingRequest pending, HandledCommand handled) {
        pending.call.context().runOnContext(ignored -> answer(pending, handled));
    }

    private void answer(PendingRequest pending, HandledCommand handled) {
        if (forget(pending)) {
            boolean isThere = !pending.call.request().response().closed();
            commandResponses.answer(pending, handled);
            if (pending.sameBytes != null && isThere) {
                unanswered.answered(pending.sameBytes, pending.id);
            }
        }
    }

    private void sweep(long now) {
        OutcomePartitions.Held held = partitions.held();
        for (PendingRequest pending : requests.values()) {
            if (pending.sameBytes != null && !pending.late && now - pending.sentAt > LATE_NANOS) {
                pending.late = true;
                unanswered.late(pending.sameBytes, pending.id);
            }
            if (pending.settling) {
                continue;
            }
            if (!pending.stored) {
                if (now - pending.acknowledgedBy > 0) {
                    pending.call.context().runOnContext(ignored -> refuseUnstored(pending));
                }
            } else if (now - pending.answeredBy > 0) {
                pending.call.context().runOnContext(ignored -> ask(pending, true));
            } else if (pending.epoch != held.epoch() && now - pending.askedAt > ASK_AGAIN_NANOS) {
                pending.call.context().runOnContext(ignored -> ask(pending, false));
            }
        }
    }

    /** Asks the inbox; if it does not know and this was the {@code last} time, the request is sent away. */
    private void ask(PendingRequest pending, boolean last) {
        if (pending.settling || (!last && asking.get() >= MOST_ASKING)) {
            return;
        }
        pending.settling = true;
        asking.incrementAndGet();
        outcomeClient
                .find(pending.id, PATIENCE)
                .onComplete(result -> pending.call.context().runOnContext(ignored -> {
                    asking.decrementAndGet();
                    pending.askedAt = System.nanoTime();
                    pending.settling = false;
                    if (result.succeeded() && result.result().isPresent()) {
                        answer(pending, result.result().get());
                    } else if (last) {
                        sendAway(pending);
                    }
                }));
    }

    private void sendAway(PendingRequest pending) {
        if (forget(pending)) {
            defer(pending);
        }
    }

    private void defer(PendingRequest pending) {
        if (pending.sameBytes != null) {
            // Its receipt may be asked for at another gateway.
            unanswered.late(pending.sameBytes, pending.id);
        }
        commandResponses.defer(pending);
    }

    private void refuseUnstored(PendingRequest pending) {
        if (pending.stored || !forget(pending)) {
            return;
        }
        responses.refuse(
                pending.call,
                Refusal.unavailable(
                        "The command was not acknowledged in time and may have been stored: " + advice(pending)));
    }

    private static String advice(PendingRequest pending) {
        if (pending.sameBytes != null) {
            return "repeat the same request within ten minutes";
        }
        return pending.repeatable
                ? "repeat the request with the same Idempotency-Key"
                : "look whether it was before repeating it, and send an Idempotency-Key";
    }

    /** True for the first caller only: a request is answered once. */
    private boolean forget(PendingRequest pending) {
        pending.settling = true;
        stored.remove(pending.order);
        return requests.remove(pending.correlation) != null;
    }
}
