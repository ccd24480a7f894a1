package dev.ticketwire.webhook.delivery.event;

import java.util.Comparator;

/** Where an event stands in the topic. Ordered by partition and offset. */
public record Place(int partition, long offset) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::partition).thenComparingLong(Place::offset);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
