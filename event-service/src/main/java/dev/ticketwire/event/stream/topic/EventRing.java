package dev.ticketwire.event.stream.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of all partitions, in the order in which they were read, up to a number and a size. Each has a
 * sequence number. Written by one thread, read by many.
 */
public final class EventRing {
    private final Entry[] entries;
    private final long maxBytes;
    private long first;
    private long end;
    private long bytes;
    private @Nullable Cursor base;
    private @Nullable Cursor head;

    EventRing(int maxEvents, long maxBytes) {
        this.entries = new Entry[maxEvents];
        this.maxBytes = maxBytes;
    }

    /** Forgets all events and goes on at {@code start}. */
    synchronized void reset(Cursor start) {
        Arrays.fill(entries, null);
        // So that no sequence number of before is valid.
        end++;
        first = end;
        bytes = 0;
        base = start;
        head = start;
    }

    synchronized void append(StoredEvent event) {
        if (head == null || head.isPast(event)) {
            return;
        }
        head = head.after(event);
        entries[index(end++)] = new Entry(event, head);
        bytes += event.json().length;
        while (end - first == entries.length || bytes > maxBytes && end - first > 1) {
            dropFirst();
        }
    }

    private void dropFirst() {
        int oldest = index(first++);
        base = entries[oldest].after();
        bytes -= entries[oldest].event().json().length;
        entries[oldest] = null;
    }

    /** Passes what is between events: ends of transactions. */
    synchronized void advance(Cursor position) {
        if (head != null) {
            head = head.later(position);
        }
    }

    private int index(long sequence) {
        return (int) (sequence % entries.length);
    }

    /** The position after the newest event, null before the topic was first read. */
    public synchronized @Nullable Cursor head() {
        return head;
    }

    /**
     * The sequence number from which on a caller at {@code position} finds all that it has not seen; of what follows it
     * may have seen some, by {@link Cursor#isPast}.
     *
     * @param position of this topic
     * @return -1 if events after the position are no longer here
     */
    public synchronized long find(Cursor position) {
        if (base == null || position.in(base.topic(), base.partitions()) != position || !position.covers(base)) {
            return -1;
        }
        long low = first;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (position.covers(entries[index(middle)].after())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Events of the ring.
     *
     * @param position of a caller who has seen these events and all before them
     */
    public record Slice(List<Entry> entries, Cursor position) {}

    /**
     * The events from a sequence number on.
     *
     * @return null if the first of them is no longer here
     */
    public synchronized @Nullable Slice read(long sequence, int most) {
        if (sequence < first || head == null) {
            return null;
        }
        List<Entry> read = new ArrayList<>();
        for (long i = sequence; i < end && read.size() < most; i++) {
            read.add(entries[index(i)]);
        }
        boolean isAll = sequence + read.size() == end;
        return new Slice(read, isAll ? head : read.getLast().after());
    }
}
