package dev.ticketwire.query.subject;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** The time of creation of each ticket, by its id as an unsigned int. One thread writes, any thread may read. */
public final class CreationTimes {
    private static final long NONE = Long.MIN_VALUE;
    /** Ids of a segment. Ids may have large gaps, so that memory is allocated in segments. */
    private static final int IDS = 1 << 16;

    private final Map<Integer, Segment> segments = new ConcurrentHashMap<>();

    /** The times of consecutive ids. */
    private static final class Segment {
        final long[] created = new long[IDS];
        /** At least as new as each of them. */
        volatile long newest = NONE;

        Segment() {
            Arrays.fill(created, NONE);
        }
    }

    /** Ordered oldest first; with equal times, the smaller id first. */
    private record Ticket(long created, int id) implements Comparable<Ticket> {
        private static final Comparator<Ticket> AGE =
                Comparator.comparingLong(Ticket::created).thenComparing((a, b) -> Integer.compareUnsigned(a.id, b.id));

        @Override
        public int compareTo(Ticket other) {
            return AGE.compare(this, other);
        }
    }

    void put(int id, long created) {
        Segment segment = segments.computeIfAbsent(id >>> 16, index -> new Segment());
        segment.created[id & IDS - 1] = created;
        segment.newest = Math.max(segment.newest, created);
    }

    void remove(int id) {
        put(id, NONE);
    }

    /**
     * @param sets of ids, at least one
     * @return the {@code limit} newest tickets of the intersection, or all of it
     */
    RoaringBitmap newest(List<RoaringBitmap> sets, int limit) {
        PriorityQueue<Ticket> newest = new PriorityQueue<>();
        // The newest usually have the largest ids: then all other segments are skipped.
        segments.entrySet().stream()
                .sorted((a, b) -> Integer.compare(b.getKey(), a.getKey()))
                .filter(segment -> newest.size() < limit || segment.getValue().newest >= newest.element().created)
                .forEach(segment -> {
                    long first = (long) segment.getKey() * IDS;
                    RoaringBitmap.and(sets.iterator(), first, first + IDS)
                            .forEach((IntConsumer) id -> add(newest, limit, id, segment.getValue()));
                });
        RoaringBitmap found = new RoaringBitmap();
        newest.forEach(ticket -> found.add(ticket.id));
        return found;
    }

    private static void add(PriorityQueue<Ticket> newest, int limit, int id, Segment segment) {
        long created = segment.created[id & IDS - 1];
        if (created != NONE && (newest.size() < limit || created >= newest.element().created)) {
            newest.add(new Ticket(created, id));
            if (newest.size() > limit) {
                newest.remove();
            }
        }
    }
}
