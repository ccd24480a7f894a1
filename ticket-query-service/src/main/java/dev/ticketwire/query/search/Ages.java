package dev.ticketwire.query.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** A time of creation for each ticket, by ids taken as unsigned. One thread writes, any may read. */
final class Ages {
    private static final long NONE = Long.MIN_VALUE;
    /** Ids of a part; they may have gaps, so memory comes in parts. */
    private static final int IDS = 1 << 16;

    private final Map<Integer, Part> parts = new ConcurrentHashMap<>();

    /** Of ids that follow each other. */
    private static final class Part {
        final long[] created = new long[IDS];
        /** At least as new as each. */
        volatile long newest = NONE;

        Part() {
            Arrays.fill(created, NONE);
        }
    }

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
        Part part = parts.computeIfAbsent(id >>> 16, p -> new Part());
        part.created[id & IDS - 1] = created;
        part.newest = Math.max(part.newest, created);
    }

    void remove(int id) {
        put(id, NONE);
    }

    /**
     * @param sets of ids, one at least
     * @return the {@code most} newest of the tickets that are in each of {@code sets}, or all of these
     */
    RoaringBitmap newest(List<RoaringBitmap> sets, int most) {
        PriorityQueue<Ticket> newest = new PriorityQueue<>();
        // The newest usually have the largest ids: then all other parts are passed over.
        parts.entrySet().stream()
                .sorted((a, b) -> Integer.compare(b.getKey(), a.getKey()))
                .filter(part -> newest.size() < most || part.getValue().newest >= newest.element().created)
                .forEach(part -> {
                    long first = (long) part.getKey() * IDS;
                    RoaringBitmap.and(sets.iterator(), first, first + IDS)
                            .forEach((IntConsumer) id -> add(newest, most, id, part.getValue()));
                });
        RoaringBitmap found = new RoaringBitmap();
        newest.forEach(ticket -> found.add(ticket.id));
        return found;
    }

    private static void add(PriorityQueue<Ticket> newest, int most, int id, Part part) {
        long created = part.created[id & IDS - 1];
        if (created != NONE && (newest.size() < most || created >= newest.element().created)) {
            newest.add(new Ticket(created, id));
            if (newest.size() > most) {
                newest.remove();
            }
        }
    }
}
