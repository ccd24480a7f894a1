package dev.ticketwire.binlog;

import dev.ticketwire.binlog.LogPosition.Gtid;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far a projection is; nowhere, while it may be wrong. */
final class ReadProgress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasMoved = lock.newCondition();
    private final Duration longestWait;
    private volatile @Nullable LogPosition reached;
    /** How often it was begun. */
    private volatile long time;
    /** What somebody waited for in vain: until it is reached nobody else waits. */
    private volatile @Nullable LogPosition awaitedInVain;

    ReadProgress(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** @return null for nowhere */
    @Nullable
    LogPosition reached() {
        return reached;
    }

    long time() {
        return time;
    }

    /** At the place of a snapshot. */
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

    /** @return false if it was begun again since that {@code time} */
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

    /** Past one more transaction. */
    void advance(long domain, Gtid gtid) {
        LogPosition now = reached;
        if (now == null) {
            throw new IllegalStateException("nothing was loaded");
        }
        move(now.with(domain, gtid));
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

    /** Waits a little. @return whether {@code position} is reached */
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
