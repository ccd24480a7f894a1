package dev.ticketwire.binlog;

import dev.ticketwire.osticket.read.BackOff;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log once for all projections of a service. A lost connection is made again, and reading goes on where it
 * was; if the log does not go on there, every projection is loaded again.
 */
final class ProjectionReader implements LogListener {
    private static final Logger LOG = Logger.getLogger(ProjectionReader.class);
    /** The log usually follows a commit within a millisecond; after a longer wait the tables answer faster. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** After reading for this time, the back-off starts again with its first pause. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final LogSource source;
    private final Supplier<LogPosition> end;
    private final List<BinlogFollower> followers = new ArrayList<>();
    private final ReadProgress progress = new ReadProgress(LONGEST_WAIT);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasChanged = lock.newCondition();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("binlog-reader").unstarted(this::follow);
    private volatile @Nullable LogReading log;
    private volatile @Nullable String lastFailure;
    private @Nullable LogPlace place;

    /** @param end queries the end of the database's log; a failure is a RuntimeException */
    ProjectionReader(LogSource source, Supplier<LogPosition> end) {
        this.source = source;
        this.end = end;
    }

    /** Before {@link #start}. */
    BinlogFollower add(Projection projection) {
        BinlogFollower follower = new BinlogFollower(projection, this);
        followers.add(follower);
        return follower;
    }

    /** Reads until {@link #stop}; does nothing if there is no projection. */
    void start() {
        if (!followers.isEmpty()) {
            log = new LogReading(source, tables(), end, false);
            thread.start();
            followers.forEach(BinlogFollower::start);
        }
    }

    /** One per table, with the columns of all its projections. */
    private List<CapturedTable> tables() {
        Map<String, TreeSet<String>> columns = new LinkedHashMap<>();
        for (BinlogFollower follower : followers) {
            columns.computeIfAbsent(follower.table().name(), name -> new TreeSet<>())
                    .addAll(follower.table().columns());
        }
        return columns.entrySet().stream()
                .map(table -> new CapturedTable(table.getKey(), List.copyOf(table.getValue())))
                .toList();
    }

    void stop() {
        thread.interrupt();
        followers.forEach(BinlogFollower::stop);
        LogReading reading = log;
        if (reading != null) {
            reading.close();
        }
    }

    boolean isReading() {
        return progress.reached() != null;
    }

    /** @return null while the log is not read */
    @Nullable
    LogPosition reached() {
        return progress.reached();
    }

    LogSnapshot snapshot() throws SQLException {
        return reading().snapshot();
    }

    private LogReading reading() {
        LogReading reading = log;
        if (reading == null) {
            throw new IllegalStateException("not started");
        }
        return reading;
    }

    /** Waits briefly until everything is read that was committed before the call. */
    boolean hasReadAll() {
        long time = progress.time();
        LogPosition before = progress.reached();
        if (before == null) {
            return false;
        }
        LogPosition committed = end.get();
        if (!committed.covers(before)) {
            // Another server, or a reset log, which does not continue the one that was read.
            if (progress.end(time)) {
                reading().stop();
            }
            return false;
        }
        try {
            return progress.reaches(committed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void locked(Runnable change) {
        locked(() -> {
            change.run();
            return true;
        });
    }

    <T extends @Nullable Object> T locked(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            hasChanged.signalAll();
            lock.unlock();
        }
    }

    /** Waits for a change by {@link #locked}, or of the reading. */
    void await(BooleanSupplier condition) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                hasChanged.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        BackOff backOff = new BackOff(SHORTEST_PAUSE, LONGEST_PAUSE);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long start = System.nanoTime();
                followOnce();
                if (System.nanoTime() - start > LONG.toNanos()) {
                    backOff.reset();
                }
                Thread.sleep(backOff.next(LONGEST_PAUSE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void followOnce() throws InterruptedException {
        try {
            LogPlace from = place == null ? reading().now() : place;
            place = from;
            reading().read(from, this);
            startAnew("the log was begun anew");
        } catch (LogLostException | SQLException e) {
            report(String.valueOf(e.getMessage()));
            place = reading().reached() == null ? place : reading().reached();
        } catch (RuntimeException | Error e) {
            startAnew(String.valueOf(e.getMessage()));
        } finally {
            progress.end();
        }
    }

    private void report(String reason) {
        if (!reason.equals(lastFailure) && !thread.isInterrupted()) {
            LOG.infof("the binary log is not followed, tables are read instead: %s", reason);
        }
        lastFailure = reason;
    }

    /** Why the log is not read; null while it is. */
    @Nullable
    String lastFailure() {
        return lastFailure;
    }

    /** The log cannot be read on from the last place. */
    private void startAnew(String reason) {
        progress.end();
        report(reason);
        place = null;
        followers.forEach(follower -> follower.drop(reason));
    }

    @Override
    public void connected() {
        LogPlace from = place;
        if (from != null) {
            lastFailure = null;
            locked(() -> progress.begin(from.transactions()));
        }
    }

    @Override
    public void transaction(Transaction transaction, LogPlace after) {
        lock.lock();
        try {
            followers.forEach(follower -> follower.hear(transaction));
            progress.advance(transaction.gtid());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void tableReplaced(String table, String reason) {
        drop(table, reason);
    }

    @Override
    public void tableAltered(String table) {
        drop(table, "its columns were changed");
    }

    private void drop(String table, String reason) {
        for (BinlogFollower follower : followers) {
            if (follower.table().name().equals(table)) {
                follower.drop(reason);
            }
        }
    }
}
