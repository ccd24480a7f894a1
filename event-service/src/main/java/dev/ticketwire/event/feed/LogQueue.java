package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.LogListener;
import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the log and is not captured yet. The reader waits while it is full, so the log is not read on: the
 * back-pressure.
 */
final class LogQueue implements LogListener {
    /** A transaction counts as much as its rows, and one for itself. */
    private final int capacity;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasRoom = lock.newCondition();
    private final Condition hasEntries = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final List<ReplacedTable> replaced = new ArrayList<>();
    private long size;
    private boolean isConnected;
    private @Nullable Throwable end;

    /** @param capacity rows */
    LogQueue(int capacity) {
        this.capacity = capacity;
    }

    /** @param reason what the statement did */
    record ReplacedTable(String table, String reason) {
        /**
         * Whether changes of tickets may be missed. osTicket fills its tables of custom data anew from their sources,
         * and the inbox of commands holds no tickets.
         */
        boolean holdsChanges() {
            return !table.endsWith("__cdata") && !TablePrefix.isOwn(table);
        }
    }

    /**
     * @param transaction null if only the place moved
     * @param replaced tables that its statement emptied or replaced
     */
    record Entry(@Nullable Transaction transaction, LogPlace after, List<ReplacedTable> replaced) {
        long weight() {
            return transaction == null ? 1 : 1L + transaction.rows().size();
        }
    }

    @Override
    public void transaction(Transaction transaction, LogPlace after) throws InterruptedException {
        List<ReplacedTable> before = List.copyOf(replaced);
        replaced.clear();
        add(new Entry(transaction, after, before));
    }

    /** Called by the reader's thread, as {@link #transaction}, before it. */
    @Override
    public void tableReplaced(String table, String reason) {
        replaced.add(new ReplacedTable(table, reason));
    }

    @Override
    public void moved(LogPlace place) throws InterruptedException {
        add(new Entry(null, place, List.of()));
    }

    @Override
    public void connected() {
        lock.lock();
        try {
            isConnected = true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the reader has connected. */
    boolean isConnected() {
        lock.lock();
        try {
            return isConnected;
        } finally {
            lock.unlock();
        }
    }

    private void add(Entry entry) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (size > 0 && size + entry.weight() > capacity) {
                hasRoom.await();
            }
            entries.add(entry);
            size += entry.weight();
            hasEntries.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The reader has ended. */
    void end(Throwable reason) {
        lock.lock();
        try {
            end = reason;
            hasEntries.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next entries in the log's order, up to {@code most} rows and at least one; none if {@code wait} is over.
     *
     * @throws ReaderEnded if there are none and the reader has ended
     */
    List<Entry> take(int most, Duration wait) throws InterruptedException, ReaderEnded {
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            while (entries.isEmpty() && end == null && left > 0) {
                left = hasEntries.awaitNanos(left);
            }
            if (entries.isEmpty() && end != null) {
                throw new ReaderEnded(end);
            }
            return poll(most);
        } finally {
            lock.unlock();
        }
    }

    private List<Entry> poll(int most) {
        List<Entry> taken = new ArrayList<>();
        long weight = 0;
        while (!entries.isEmpty() && weight < most) {
            Entry entry = entries.remove();
            weight += entry.weight();
            taken.add(entry);
        }
        size -= weight;
        hasRoom.signal();
        return taken;
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The reader has ended, and everything that it read is taken. */
    static final class ReaderEnded extends Exception {
        private static final long serialVersionUID = 1L;

        ReaderEnded(Throwable reason) {
            super(reason.getMessage(), reason);
        }
    }
}
