package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.delivery.dispatch.Lane.State;
import dev.ticketwire.webhook.delivery.store.Delivery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one receiver, as far as it is in memory: a bounded number of tickets, each with its first deliveries.
 * For the dispatcher's thread.
 */
final class Lanes {
    private final DispatchSettings settings;
    private final Map<Key, Lane> lanes = new HashMap<>();
    private final Map<Integer, Stock> stocks = new HashMap<>();
    private final Deque<Lane> ready = new ArrayDeque<>();
    private final Queue<Lane> waiting = new PriorityQueue<>(Comparator.comparing(Lane::due));
    private final Deque<Lane> emptied = new ArrayDeque<>();

    private record Key(int partition, String ticket) {
        static Key of(Lane lane) {
            return new Key(lane.term().partition(), lane.ticket());
        }

        static Key of(Delivery delivery) {
            return new Key(delivery.partition(), delivery.ticket());
        }
    }

    Lanes(DispatchSettings settings) {
        this.settings = settings;
    }

    /** @param isEmpty whether no delivery waits in the partition */
    void begin(Term term, boolean isEmpty) {
        stocks.put(term.partition(), new Stock(term, isEmpty));
    }

    /** Forgets a partition. */
    void end(Term term) {
        Stock stock = stocks.get(term.partition());
        if (stock != null && stock.term() == term) {
            stocks.remove(term.partition());
        }
        List<Lane> over =
                lanes.values().stream().filter(lane -> lane.term() == term).toList();
        over.forEach(this::forget);
    }

    void clear() {
        List.copyOf(lanes.values()).forEach(this::forget);
        stocks.clear();
    }

    private void forget(Lane lane) {
        lanes.remove(Key.of(lane), lane);
        ready.remove(lane);
        waiting.remove(lane);
        lane.become(State.GONE);
    }

    /** A new delivery, behind all others of its partition. */
    void added(Delivery delivery) {
        Stock stock = stocks.get(delivery.partition());
        if (stock == null || delivery.id() <= stock.upTo()) {
            return;
        }
        if (stock.isComplete() && place(stock.term(), delivery)) {
            stock.placed(delivery.id());
        } else {
            stock.left();
        }
    }

    /** Loaded deliveries, the next ones of their partition. @param isAll whether the database had no more */
    void loaded(Stock stock, List<Delivery> deliveries, boolean isAll) {
        boolean hasRoom = true;
        for (Delivery delivery : deliveries) {
            hasRoom = hasRoom && place(stock.term(), delivery);
            if (hasRoom) {
                stock.placed(delivery.id());
            }
        }
        stock.loaded(isAll && hasRoom);
    }

    /** The next deliveries of a ticket. @param isAll whether the database had no more */
    void loaded(Lane lane, List<Delivery> deliveries, boolean isAll) {
        if (lane.state() == State.LOADING) {
            lane.loaded(deliveries, isAll);
            goOn(lane);
        }
    }

    /** A delivery that was asked for again, and may be before others that have been sent. */
    void requested(Delivery delivery) {
        Stock stock = stocks.get(delivery.partition());
        if (stock == null) {
            return;
        }
        if (delivery.id() > stock.upTo()) {
            // New ones with lower ids may be on their way here: all of them are loaded, in their order.
            stock.left();
            return;
        }
        Lane lane = lanes.get(Key.of(delivery));
        if (lane == null) {
            start(stock.term(), delivery);
            return;
        }
        lane.addAgain(delivery);
        Delivery head = lane.head();
        if (head != null && head.id() == delivery.id() && waiting.remove(lane)) {
            becomeReady(lane);
        }
    }

    private boolean place(Term term, Delivery delivery) {
        Lane lane = lanes.get(Key.of(delivery));
        if (lane != null) {
            lane.add(delivery);
        } else if (hasRoom()) {
            start(term, delivery);
        } else {
            return false;
        }
        return true;
    }

    /** Whether another ticket can be taken into memory. */
    boolean hasRoom() {
        return ready.size() < settings.ready() && lanes.size() < settings.tickets();
    }

    private void start(Term term, Delivery first) {
        Lane lane = new Lane(term, first.ticket());
        lane.add(first);
        lanes.put(Key.of(lane), lane);
        Instant next = first.nextAttempt();
        if (next == null || !next.isAfter(Instant.now())) {
            becomeReady(lane);
        } else {
            lane.waitFor(first, next);
            waiting.add(lane);
        }
    }

    private void becomeReady(Lane lane) {
        lane.become(State.READY);
        ready.add(lane);
    }

    /** @return whether it will not be sent any more; false if it is in flight */
    boolean discard(Delivery delivery) {
        Lane lane = lanes.get(Key.of(delivery));
        if (lane == null) {
            return true;
        }
        Delivery head = lane.head();
        boolean isHead = head != null && head.id() == delivery.id();
        if (isHead && lane.state() == State.IN_FLIGHT) {
            return false;
        }
        lane.discard(delivery.id());
        if (isHead) {
            ready.remove(lane);
            waiting.remove(lane);
            goOn(lane);
        }
        return true;
    }

    /** Partitions of which deliveries should be loaded now. */
    List<Stock> toLoad() {
        if (ready.size() > settings.ready() / 2 || lanes.size() >= settings.tickets()) {
            return List.of();
        }
        return stocks.values().stream().filter(Stock::canLoad).toList();
    }

    /** A ticket whose next deliveries should be loaded now; null if there is none. */
    @Nullable
    Lane laneToLoad() {
        return emptied.poll();
    }

    /** Up to which id the deliveries of a ticket should be loaded. */
    long upTo(Lane lane) {
        Stock stock = stocks.get(lane.term().partition());
        return stock == null ? 0 : stock.upTo();
    }

    /** @return the ticket whose first delivery is to be sent next; null if none is ready */
    @Nullable
    Lane pollReady() {
        return ready.poll();
    }

    /** @return the ticket that would be tried again first; null if none waits */
    @Nullable
    Lane pollWaiting() {
        return waiting.poll();
    }

    /** Retries that are due at {@code now} can be sent. */
    void release(Instant now) {
        for (Lane lane = waiting.peek(); lane != null && !lane.due().isAfter(now); lane = waiting.peek()) {
            becomeReady(waiting.remove());
        }
    }

    /** All retries can be sent. */
    void releaseAll() {
        while (!waiting.isEmpty()) {
            becomeReady(waiting.remove());
        }
    }

    /** The first delivery of the ticket needs nothing more. */
    void settled(Lane lane) {
        if (lane.state() != State.GONE) {
            lane.removeHead();
            goOn(lane);
        }
    }

    /** The first delivery of the ticket is to be tried again. */
    void retry(Lane lane, Delivery delivery, Instant due) {
        if (lane.state() != State.GONE) {
            lane.waitFor(delivery, due);
            waiting.add(lane);
        }
    }

    private void goOn(Lane lane) {
        if (lane.head() != null) {
            becomeReady(lane);
        } else if (lane.hasMore()) {
            lane.startLoading();
            emptied.add(lane);
        } else {
            forget(lane);
        }
    }
}
