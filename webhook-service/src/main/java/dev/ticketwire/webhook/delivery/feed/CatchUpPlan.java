package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.webhook.delivery.event.Event;
import dev.ticketwire.webhook.delivery.store.NewDelivery;
import dev.ticketwire.webhook.delivery.store.PositionRows.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What is to be written for subscriptions that are behind, for a piece of one partition. */
final class CatchUpPlan {
    private final OwnedPartition partition;
    private final int mostWaiting;
    private final ToIntFunction<Integer> waiting;
    /** By subscription: the next offset that it is to be told. */
    private final Map<Integer, Long> positions;

    private final Map<Integer, Integer> added = new HashMap<>();
    private final Map<Integer, Long> full = new HashMap<>();
    private final List<NewDelivery> deliveries = new ArrayList<>();
    private final long until;

    /**
     * @param positions of the subscriptions that take part, all before {@code until}
     * @param until the end of the piece
     */
    CatchUpPlan(
            OwnedPartition partition,
            Map<Integer, Long> positions,
            long until,
            int mostWaiting,
            ToIntFunction<Integer> waiting) {
        this.partition = partition;
        this.positions = positions;
        this.until = until;
        this.mostWaiting = mostWaiting;
        this.waiting = waiting;
    }

    void add(Event event, List<Integer> audience) {
        if (event.isRepeat()) {
            return;
        }
        for (int subscription : audience) {
            Long position = positions.get(subscription);
            if (position != null && position <= event.place().offset() && !full.containsKey(subscription)) {
                add(event, subscription);
            }
        }
    }

    private void add(Event event, int subscription) {
        int before = added.getOrDefault(subscription, 0);
        if (waiting.applyAsInt(subscription) + before >= mostWaiting) {
            full.put(subscription, event.place().offset());
        } else {
            added.put(subscription, before + 1);
            deliveries.add(new NewDelivery(subscription, event));
        }
    }

    List<NewDelivery> deliveries() {
        return deliveries;
    }

    private long reached(int subscription) {
        return full.getOrDefault(subscription, until);
    }

    /** Subscriptions that are now as far as the partition. */
    List<Integer> caughtUp() {
        return positions.keySet().stream()
                .filter(id -> reached(id) == partition.next())
                .toList();
    }

    /** New positions of the others. */
    List<Position> behind() {
        return positions.keySet().stream()
                .filter(id -> reached(id) != partition.next())
                .map(id -> new Position(id, partition.id(), reached(id)))
                .toList();
    }

    /** It was committed. */
    void done() {
        caughtUp().forEach(partition.positions()::remove);
        behind().forEach(position -> partition.positions().put(position.subscription(), position.next()));
    }
}
