package dev.ticketwire.binlog;

import dev.ticketwire.osticket.read.BackOff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one projection current: reads the table at a known position of the log, and applies the transactions behind it,
 * which the service's one reader of the log hands over, also meanwhile. After any failure it loads again, after a pause
 * that doubles with every failure; other projections are not disturbed.
 */
public final class BinlogFollower {
    private static final Logger LOG = Logger.getLogger(BinlogFollower.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    /** Longest pause if the failure came before the table was read. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Longest pause after the table was read in vain, which may be expensive. */
    private static final Duration LONGEST_PAUSE_AFTER_READING = Duration.ofHours(1);
    /** After being loaded for this time, the back-off starts again with its first pause. */
    private static final Duration LONG = Duration.ofMinutes(5);
    /** More changes while the table is read need more memory than reading it again. */
    private static final int MOST_BUFFERED = 100_000;

    private final Projection projection;
    private final ProjectionReader reader;
    private final Thread thread;
    /** What follows a snapshot that is being read; null while none is. Guarded by the reader. */
    private @Nullable List<Transaction> buffer;

    private int buffered;
    /** Where the loaded snapshot stood. Guarded by the reader. */
    private @Nullable LogPosition loadedAt;

    private volatile boolean isLoaded;
    private volatile @Nullable String lastFailure;
    private boolean wasRead;

    BinlogFollower(Projection projection, ProjectionReader reader) {
        this.projection = projection;
        this.reader = reader;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("binlog-" + projection.table())
                .unstarted(this::keep);
    }

    CapturedTable table() {
        return new CapturedTable(projection.table(), projection.columns());
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    /** The reason of the last failure; null while the projection is kept. */
    @Nullable
    String lastFailure() {
        return lastFailure;
    }

    /** Whether the projection is loaded and the log is being read. */
    boolean isFollowing() {
        return isLoaded && reader.isReading();
    }

    /**
     * Waits briefly until the projection contains everything that was committed before the call.
     *
     * @return false if it does not; the caller must then query the table
     */
    public boolean isCurrent() {
        return isLoaded && reader.hasReadAll() && isLoaded;
    }

    /** Takes a transaction. Called by the reader, in order. */
    void hear(Transaction transaction) {
        List<ChangedRow> changes = transaction.rows().stream()
                .filter(row -> row.table().equals(projection.table()))
                .toList();
        if (!changes.isEmpty()) {
            if (buffer != null) {
                keep(transaction, changes.size(), buffer);
            } else if (isLoaded) {
                apply(transaction.gtid(), changes);
            }
        }
    }

    private void keep(Transaction transaction, int changes, List<Transaction> kept) {
        buffered += changes;
        if (buffered > MOST_BUFFERED) {
            drop("the table changed more than " + MOST_BUFFERED + " times while it was read");
        } else {
            kept.add(transaction);
        }
    }

    private void apply(String gtid, List<ChangedRow> changes) {
        LogPosition snapshot = loadedAt;
        if (snapshot != null && !snapshot.covers(gtid)) {
            try {
                projection.apply(changes);
            } catch (RuntimeException e) {
                drop(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The projection may no longer match the table: it is loaded again. */
    void drop(String reason) {
        reader.locked(() -> {
            buffer = null;
            loadedAt = null;
            isLoaded = false;
            report(reason);
        });
    }

    private void report(String reason) {
        if (!reason.equals(lastFailure)) {
            LOG.infof("%s is read from its table, the binary log is not followed: %s", projection.table(), reason);
        }
        lastFailure = reason;
    }

    private void keep() {
        BackOff backOff = new BackOff(SHORTEST_PAUSE, LONGEST_PAUSE);
        try {
            while (true) {
                reader.await(() -> !isLoaded && reader.isReading());
                loadOnce();
                long start = System.nanoTime();
                reader.await(() -> !isLoaded);
                if (System.nanoTime() - start > LONG.toNanos()) {
                    backOff.reset();
                }
                Thread.sleep(backOff.next(wasRead ? LONGEST_PAUSE_AFTER_READING : LONGEST_PAUSE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loadOnce() {
        wasRead = false;
        try {
            load();
        } catch (SQLException | RuntimeException | Error e) {
            drop(String.valueOf(e.getMessage()));
        }
    }

    private void load() throws SQLException {
        LogPosition begun = reader.locked(() -> {
            buffer = new ArrayList<>();
            buffered = 0;
            return reader.reached();
        });
        try (LogSnapshot snapshot = reader.snapshot()) {
            check(snapshot.connection());
            wasRead = true;
            projection.load(snapshot.connection());
            LogPosition at = snapshot.place().transactions();
            reader.locked(() -> join(begun, at));
        }
    }

    private void check(Connection connection) throws SQLException {
        CapturedTables tables = new CapturedTables(connection.getCatalog(), List.of(table()));
        Layouts.read(connection, tables);
        List<String> keys = CascadingKeys.into(connection, tables);
        if (!keys.isEmpty()) {
            throw new UnreadableBinlogException(
                    Gap.SETTINGS, "a foreign key changes rows that the log does not show: " + keys.getFirst());
        }
    }

    private void join(@Nullable LogPosition begun, LogPosition at) {
        List<Transaction> meanwhile = buffer;
        if (meanwhile == null || begun == null || !at.covers(begun)) {
            throw new IllegalStateException("the log or the table changed while the table was read");
        }
        buffer = null;
        loadedAt = at;
        isLoaded = true;
        meanwhile.forEach(this::hear);
        if (isLoaded) {
            lastFailure = null;
            LOG.infof("%s is kept in memory, by the binary log", projection.table());
        }
    }
}
