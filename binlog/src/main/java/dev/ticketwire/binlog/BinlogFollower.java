package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.event.Event;
import dev.ticketwire.binlog.LogPosition.Gtid;
import dev.ticketwire.osticket.read.BackOff;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one projection current: reads the table once, at a known position of the log, and then the log from there on.
 * After any failure it starts again, after a pause that doubles with every failure.
 */
public final class BinlogFollower {
    private static final Logger LOG = Logger.getLogger(BinlogFollower.class);
    /** The log usually follows a commit within a millisecond; after a longer wait the tables answer faster. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    /** Longest pause if the failure came before the table was read. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Longest pause after the table was read in vain, which may be expensive. */
    private static final Duration LONGEST_PAUSE_AFTER_READING = Duration.ofHours(1);
    /** After following for this time, the back-off starts again with its first pause. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Projection projection;
    private final LogSource source;
    private final Supplier<LogPosition> end;
    private final ReadProgress progress = new ReadProgress(LONGEST_WAIT);
    private final Thread thread;
    private volatile boolean isStopped;
    private volatile @Nullable LogReader reader;
    private volatile @Nullable String lastFailure;
    private boolean wasRead;
    private boolean isHeard;

    /** @param end queries the end of the database's log */
    BinlogFollower(Projection projection, LogSource source, Supplier<LogPosition> end) {
        this.projection = projection;
        this.source = source;
        this.end = end;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("binlog-" + projection.table())
                .unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    void stop() {
        isStopped = true;
        thread.interrupt();
        closeLog();
    }

    /** The reason of the last failure; null while the log is followed. */
    @Nullable
    String lastFailure() {
        return lastFailure;
    }

    /** Whether the log is being followed. */
    boolean isFollowing() {
        return progress.reached() != null;
    }

    /**
     * Waits briefly until the projection contains everything that was committed before the call.
     *
     * @return false if it does not; the caller must then query the table
     */
    public boolean isCurrent() {
        long time = progress.time();
        LogPosition before = progress.reached();
        if (before == null) {
            return false;
        }
        LogPosition committed = end.get();
        if (!committed.covers(before)) {
            // Another server, or a reset log, which does not continue the one that was read.
            if (progress.end(time)) {
                closeLog();
            }
            return false;
        }
        return reaches(committed);
    }

    private boolean reaches(LogPosition committed) {
        try {
            return progress.reaches(committed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void closeLog() {
        LogReader open = reader;
        if (open != null) {
            open.close();
        }
    }

    private void follow() {
        BackOff backOff = new BackOff(SHORTEST_PAUSE, LONGEST_PAUSE);
        while (!isStopped) {
            long start = System.nanoTime();
            wasRead = false;
            try {
                followOnce();
            } catch (SQLException | IOException | RuntimeException | Error e) {
                report(e);
            } finally {
                progress.end();
            }
            if (System.nanoTime() - start > LONG.toNanos()) {
                backOff.reset();
            }
            sleep(backOff.next(wasRead ? LONGEST_PAUSE_AFTER_READING : LONGEST_PAUSE));
        }
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            isStopped = true;
        }
    }

    private void report(Throwable e) {
        String failure = String.valueOf(e.getMessage());
        if (!isStopped && !failure.equals(lastFailure)) {
            LOG.infof("%s is read from its table, the binary log is not followed: %s", projection.table(), failure);
        }
        lastFailure = failure;
    }

    /** A table as it was at a place of the log. */
    private record Snapshot(TableLayout layout, LogFile place, LogPosition position) {}

    private void followOnce() throws SQLException, IOException {
        Snapshot snapshot = load();
        TableRowDeserializer rows = new TableRowDeserializer(snapshot.layout);
        TransactionReader transactions = new TransactionReader(snapshot.layout, rows, this::apply);
        LogReader opened = new LogReader(
                source.log(snapshot.place, rows.deserializer()),
                snapshot.position.server(),
                event -> hear(event, transactions));
        isHeard = false;
        reader = opened;
        progress.begin(snapshot.position);
        if (!isStopped) {
            opened.read();
        }
    }

    private Snapshot load() throws SQLException {
        try (Connection connection = source.connect()) {
            BinlogSettings.check(connection);
            LogFile place = LogFile.ofSnapshot(connection);
            wasRead = true;
            projection.load(connection);
            String table = TablePrefix.value() + projection.table();
            TableLayout layout = TableLayout.read(connection, table, projection.columns());
            return new Snapshot(layout, place, place.position(connection));
        }
    }

    private void hear(Event event, TransactionReader transactions) {
        if (!isHeard) {
            isHeard = true;
            lastFailure = null;
            LOG.infof("%s is kept in memory, by the binary log", projection.table());
        }
        try {
            transactions.onEvent(event);
        } catch (RuntimeException e) {
            progress.end();
            throw e;
        }
    }

    private void apply(long domain, Gtid gtid, List<RowChange> changes) {
        if (!changes.isEmpty()) {
            projection.apply(changes);
        }
        progress.advance(domain, gtid);
    }
}
