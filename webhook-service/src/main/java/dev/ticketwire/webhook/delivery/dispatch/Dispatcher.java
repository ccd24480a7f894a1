package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.delivery.store.Delivery;
import dev.ticketwire.webhook.subscription.Subscription;
import dev.ticketwire.webhook.subscription.Subscription.State;
import dev.ticketwire.webhook.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Decides what is sent when. All its state belongs to one thread, which never waits for anything; whoever wants
 * something posts it.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    /** How exactly retries are on time, and how soon a changed subscription is noticed. */
    private static final Duration TICK = Duration.ofMillis(100);

    private final DispatchSettings settings;
    private final Subscriptions subscriptions;
    private final Loader loader;
    private final Courier courier;
    private final OutcomeWriter writer;
    private final Traffic traffic;
    private final Landings landings;
    private final Receivers receivers;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-dispatcher").factory());
    private boolean isStopping;

    public Dispatcher(
            DispatchSettings settings,
            Subscriptions subscriptions,
            Loader loader,
            Courier courier,
            OutcomeWriter writer,
            WaitingCounts counts,
            DispatchMetrics metrics) {
        Schedule schedule =
                new Schedule(settings, () -> ThreadLocalRandom.current().nextDouble());
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.loader = loader;
        this.courier = courier;
        this.writer = writer;
        this.traffic = new Traffic(settings);
        this.landings = new Landings(schedule, writer, metrics);
        this.receivers = new Receivers(settings, subscriptions, schedule, counts);
        metrics.gauge("in.flight", "Requests in flight", traffic::inFlight);
        metrics.gauge("waiting", "Deliveries that wait, also of paused subscriptions", counts::total);
        metrics.gauge("unwritten", "Outcomes that are not written yet", writer::backlog);
    }

    public void start() {
        writer.start(flights -> post(() -> written(flights)));
        loop.scheduleWithFixedDelay(() -> guarded(this::tick), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The partition is this process's; its deliveries are counted already. */
    public void begin(int partition) {
        post(() -> receivers.begin(partition));
    }

    /** @return completes when nothing of these partitions is in flight or unwritten */
    public CompletableFuture<Void> end(Collection<Integer> partitions) {
        return asked(() -> receivers.end(partitions)).thenCompose(ended -> ended);
    }

    /** New deliveries, in the order of their partitions. */
    public void added(List<Delivery> deliveries) {
        post(() -> {
            for (Delivery delivery : deliveries) {
                Receiver receiver = receivers.get(delivery.subscription());
                if (receiver != null) {
                    receiver.lanes().added(delivery);
                    traffic.enqueue(receiver);
                }
            }
        });
    }

    /** Deliveries that were asked for again. */
    public void requested(List<Delivery> deliveries) {
        post(() -> {
            for (Delivery delivery : deliveries) {
                Receiver receiver = receivers.get(delivery.subscription());
                if (receiver != null) {
                    receiver.lanes().requested(delivery);
                    traffic.enqueue(receiver);
                }
            }
        });
    }

    /** @return those of them that can take more deliveries into memory */
    public CompletableFuture<List<Integer>> withRoom(List<Integer> wanted) {
        return asked(() -> wanted.stream()
                .filter(id -> {
                    Receiver receiver = receivers.get(id);
                    return receiver != null && receiver.lanes().hasRoom();
                })
                .toList());
    }

    /** @return those of them that will not be sent any more; the others are in flight */
    public CompletableFuture<List<Delivery>> discard(List<Delivery> deliveries) {
        return asked(() -> deliveries.stream()
                .filter(delivery -> {
                    Receiver receiver = receivers.get(delivery.subscription());
                    return receiver == null || receiver.lanes().discard(delivery);
                })
                .toList());
    }

    /** Sends nothing more. What is in flight lands, and is written. */
    public void stop() {
        post(() -> isStopping = true);
    }

    private void post(Runnable task) {
        try {
            loop.execute(() -> guarded(() -> {
                task.run();
                run();
            }));
        } catch (RejectedExecutionException e) {
            LOG.trace("after the end", e);
        }
    }

    private <T> CompletableFuture<T> asked(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        post(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** A fault of ours in one delivery must not stop all. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("deliveries: an unexpected fault", e);
        }
    }

    private void tick() {
        receivers.refresh();
        receivers.all().forEach(this::attend);
        run();
    }

    private void attend(Receiver receiver) {
        for (Stock stock : receiver.toLoad()) {
            stock.startLoading();
            loader.load(stock, receiver.id(), found -> post(() -> loaded(receiver, stock, found)));
        }
        for (Lane lane = receiver.lanes().laneToLoad();
                lane != null;
                lane = receiver.lanes().laneToLoad()) {
            load(receiver, lane);
        }
        traffic.enqueue(receiver);
    }

    private void load(Receiver receiver, Lane lane) {
        loader.load(
                lane,
                receiver.id(),
                receiver.lanes().upTo(lane),
                found -> post(() -> {
                    receiver.lanes().loaded(lane, found, found.size() < Lane.MOST_ROWS);
                    attend(receiver);
                }));
    }

    private void loaded(Receiver receiver, Stock stock, List<Delivery> found) {
        if (!stock.term().isOver() && !receiver.isClosed()) {
            receiver.lanes().loaded(stock, found, found.size() < Loader.MOST);
            attend(receiver);
        }
    }

    private void run() {
        if (!isStopping && writer.backlog() < settings.unwritten()) {
            traffic.run(Instant.now(), this::send);
        }
    }

    private void send(Receiver receiver, Lane lane) {
        Subscription subscription = subscriptions.get(receiver.id());
        Delivery head = lane.head();
        if (subscription == null || subscription.state() != State.ACTIVE || head == null) {
            receivers.close(receiver);
            return;
        }
        Flight flight =
                new Flight(receiver, lane, head, subscription, receiver.pace().isDoubtful());
        receiver.started(lane);
        lane.term().started();
        traffic.started(flight);
        courier.send(flight, landing -> post(() -> landed(flight, landing)));
    }

    private void landed(Flight flight, Landing landing) {
        Receiver receiver = flight.receiver();
        traffic.landed(flight);
        receiver.landed();
        if (!landings.landed(flight, landing, Instant.now())) {
            finished(flight);
        }
        if (landing instanceof Landing.Tried tried && tried.attempt().isGone()) {
            receivers.gone(flight.subscription());
        }
        attend(receiver);
    }

    private void written(List<Flight> flights) {
        new ArrayList<>(flights).forEach(Dispatcher::finished);
    }

    private static void finished(Flight flight) {
        flight.receiver().finished();
        flight.lane().term().finished();
    }

    @Override
    public void close() {
        loop.shutdownNow();
    }
}
