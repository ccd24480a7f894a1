package dev.ticketwire.binlog;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The log position that projections have reached; none while the log is not read. */
final class ReadProgress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasMoved = lock.newCondition();
    private final Duration longestWait;
    private volatile @Nullable LogPosition reached;
    /** How often it was started. */
    private volatile long time;
    /** A position for which a caller waited in vain: until it is reached, no other caller waits. */
    private volatile @Nullable LogPosition awaitedInVain;

    ReadProgress(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** @return null for none */
    @Nullable
    LogPosition reached() {
        return reached;
    }

    long time() {
        return time;
    }

    /** Starts at the position of a snapshot. */
    void begin(LogPosition at) {
        lock.lock();
        try {
            time++;
            awaitedInVain = null;
            reached = at;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        move(null);
    }

    /**
     * Ends.
     *
     * @return false if it was started again since that {@code time}
     */
    boolean end(long since) {
        lock.lock();
        try {
            if (since != time) {
                return false;
            }
            end();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Advances past one transaction, if it was begun. */
    void advance(String gtid) {
        LogPosition now = reached;
        if (now != null) {
            move(now.with(gtid));
        }
    }

    private void move(@Nullable LogPosition to) {
        lock.lock();
        try {
            reached = to;
            hasMoved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits briefly.
     *
     * @return whether {@code position} is reached
     */
    boolean reaches(LogPosition position) throws InterruptedException {
        LogPosition now = reached;
        LogPosition inVain = awaitedInVain;
        if (now == null || now.covers(position)) {
            return now != null;
        }
        return (inVain == null || now.covers(inVain)) && waitFor(position);
    }

    private boolean waitFor(LogPosition position) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = longestWait.toNanos();
            while (left > 0) {
                LogPosition now = reached;
                if (now == null || now.covers(position)) {
                    return now != null;
                }
                left = hasMoved.awaitNanos(left);
            }
            awaitedInVain = position;
            return false;
        } finally {
            lock.unlock();
        }
    }
}
