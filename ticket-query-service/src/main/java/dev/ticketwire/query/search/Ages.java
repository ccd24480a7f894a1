package dev.ticketwire.query.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/** A time of creation for each ticket, by ids taken as unsigned. One thread writes, any may read. */
final class Ages {
    private static final long NONE = Long.MIN_VALUE;
    private static final int PART = 1 << 16;

    /** Ids may have gaps, so memory comes in parts. */
    private final Map<Integer, long[]> parts = new ConcurrentHashMap<>();

    /** Oldest first; of the same age, the smaller id first. */
    private record Ticket(long created, int id) implements Comparable<Ticket> {
        private static final Comparator<Ticket> AGE =
                Comparator.comparingLong(Ticket::created).thenComparing((a, b) -> Integer.compareUnsigned(a.id, b.id));

        @Override
        public int compareTo(Ticket other) {
            return AGE.compare(this, other);
        }
    }

    void put(int id, long created) {
        part(id)[id & PART - 1] = created;
    }

    void remove(int id) {
        put(id, NONE);
    }

    private long[] part(int id) {
        return parts.computeIfAbsent(id >>> 16, part -> {
            long[] none = new long[PART];
            Arrays.fill(none, NONE);
            return none;
        });
    }

    /** @return the {@code most} newest of those among {@code tickets} that exist, or all of these */
    RoaringBitmap newest(RoaringBitmap tickets, int most) {
        PriorityQueue<Ticket> newest = new PriorityQueue<>();
        // The newest usually have the largest ids: then none of the others takes another's place.
        IntIterator ids = tickets.getReverseIntIterator();
        while (ids.hasNext()) {
            int id = ids.next();
            long created = created(id);
            if (created != NONE && (newest.size() < most || created >= newest.element().created)) {
                newest.add(new Ticket(created, id));
                if (newest.size() > most) {
                    newest.remove();
                }
            }
        }
        RoaringBitmap found = new RoaringBitmap();
        newest.forEach(ticket -> found.add(ticket.id));
        return found;
    }

    private long created(int id) {
        long[] part = parts.get(id >>> 16);
        return part == null ? NONE : part[id & PART - 1];
    }
}
