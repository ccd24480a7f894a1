package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.webhook.delivery.event.Event;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events that were read and are not deliveries yet, by partition. For one thread. */
final class FeedBatch {
    private final Map<Integer, Deque<Event>> events = new TreeMap<>();

    void add(Event event) {
        events.computeIfAbsent(event.place().partition(), partition -> new ArrayDeque<>())
                .add(event);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** When the oldest event was published; null if there is none. */
    @Nullable
    Instant oldest() {
        return events.values().stream()
                .map(of -> of.getFirst().published())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Set<Integer> partitions() {
        return Set.copyOf(events.keySet());
    }

    /** The events of a partition, in their order. */
    Collection<Event> of(int partition) {
        return events.getOrDefault(partition, new ArrayDeque<>());
    }

    /** Forgets a partition. */
    void drop(int partition) {
        events.remove(partition);
    }

    /** Forgets the events of a partition before an offset. */
    void dropBefore(int partition, long offset) {
        Deque<Event> of = events.get(partition);
        if (of == null) {
            return;
        }
        Iterator<Event> each = of.iterator();
        while (each.hasNext() && each.next().place().offset() < offset) {
            each.remove();
        }
        if (of.isEmpty()) {
            events.remove(partition);
        }
    }
}
