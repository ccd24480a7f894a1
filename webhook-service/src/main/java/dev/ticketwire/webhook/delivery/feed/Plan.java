package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.webhook.delivery.event.Event;
import dev.ticketwire.webhook.delivery.store.NewDelivery;
import dev.ticketwire.webhook.delivery.store.PositionRows.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What is to be written for the next events of one partition: deliveries, and positions of subscriptions that stay
 * behind.
 */
final class Plan {
    private final OwnedPartition partition;
    private final Audience audience;
    private final int mostWaiting;
    private final ToIntFunction<Integer> waiting;
    private final Map<Integer, Long> behind;
    private final Map<Integer, Integer> added = new HashMap<>();
    private final Set<Integer> caughtUp = new HashSet<>();
    private final List<NewDelivery> deliveries = new ArrayList<>();
    private final List<Position> stopped = new ArrayList<>();
    private long next;

    /**
     * @param mostWaiting deliveries of one subscription
     * @param waiting the present number by subscription
     */
    Plan(OwnedPartition partition, Audience audience, int mostWaiting, ToIntFunction<Integer> waiting) {
        this.partition = partition;
        this.audience = audience;
        this.mostWaiting = mostWaiting;
        this.waiting = waiting;
        this.next = partition.next();
        this.behind = new HashMap<>(partition.positions());
        audience.resting().forEach(this::stop);
        // New ones begin at the end of the topic, which this may be.
        partition.positions().forEach((id, position) -> {
            if (position >= next && audience.isActive(id)) {
                caughtUp.add(id);
            }
        });
    }

    /** The subscription is told no event from here on. */
    private void stop(int subscription) {
        if (behind.putIfAbsent(subscription, next) == null) {
            stopped.add(new Position(subscription, partition.id(), next));
        }
    }

    /** Adds the next event. */
    void add(Event event) {
        next = event.place().offset();
        if (!event.isRepeat()) {
            for (int subscription : audience.of(event)) {
                add(event, subscription);
            }
        }
        next++;
    }

    private void add(Event event, int subscription) {
        Long position = behind.get(subscription);
        if (position != null && !(caughtUp.contains(subscription) && position <= next)) {
            return;
        }
        int before = added.getOrDefault(subscription, 0);
        if (waiting.applyAsInt(subscription) + before >= mostWaiting) {
            behind.remove(subscription);
            caughtUp.remove(subscription);
            stop(subscription);
            return;
        }
        added.put(subscription, before + 1);
        deliveries.add(new NewDelivery(subscription, event));
    }

    List<NewDelivery> deliveries() {
        return deliveries;
    }

    /** Offset after the last event. */
    long next() {
        return next;
    }

    /** New positions, of subscriptions that stay behind. */
    List<Position> stopped() {
        return stopped;
    }

    /** Subscriptions that are now as far as the partition. */
    List<Integer> caughtUp() {
        return caughtUp.stream()
                .filter(id -> partition.positions().getOrDefault(id, Long.MAX_VALUE) <= next)
                .toList();
    }

    OwnedPartition partition() {
        return partition;
    }

    /** It was committed. */
    void done() {
        caughtUp().forEach(partition.positions()::remove);
        stopped.forEach(position -> partition.positions().put(position.subscription(), position.next()));
        partition.advance(next);
    }
}
