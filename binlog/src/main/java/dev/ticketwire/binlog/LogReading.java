package dev.ticketwire.binlog;

import dev.ticketwire.osticket.time.DatabaseZone;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the log over one connection at a time, and asks the database about it over others. */
final class LogReading implements CaptureLog {
    private final LogSource source;
    private final List<CapturedTable> captured;
    private final Supplier<LogPosition> end;
    private final boolean isStrict;
    private volatile @Nullable LogSession session;
    private volatile @Nullable LogConnection connection;
    /** Where the last reading began. */
    private volatile @Nullable LogPlace begun;

    private volatile boolean isStopped;
    private volatile boolean isClosed;

    /**
     * @param end queries the end of the database's log; a failure is a RuntimeException
     * @param isStrict whether a table whose changes cannot be read ends the reading; else it is told as replaced
     */
    LogReading(LogSource source, List<CapturedTable> captured, Supplier<LogPosition> end, boolean isStrict) {
        this.source = source;
        this.captured = List.copyOf(captured);
        this.end = end;
        this.isStrict = isStrict;
    }

    @Override
    public void read(LogPlace from, LogListener listener) throws LogLostException, InterruptedException {
        isStopped = false;
        begun = from;
        session = null;
        try {
            LogSession next = begin(from, listener);
            WantedEvents events = new WantedEvents(next::isWanted);
            LogConnection opened = new LogConnection(source.log(from, events), next);
            session = next;
            connection = opened;
            if (!isClosed && !isStopped) {
                read(next, opened);
            }
        } catch (SQLException e) {
            throw new LogLostException(String.valueOf(e.getMessage()), e);
        } finally {
            connection = null;
        }
    }

    private void read(LogSession next, LogConnection opened) throws LogLostException, InterruptedException {
        try (LogWatch watch = new LogWatch(next, opened, end, this::check)) {
            opened.read();
        } catch (UnreadableBinlogException e) {
            throw explained(e, next.place());
        } catch (LogSession.Interrupted e) {
            Thread.currentThread().interrupt();
            throw new InterruptedException();
        } catch (UncheckedIOException e) {
            throw new LogLostException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A server that is told to begin its log anew says the same to its readers as one that purged it. */
    private UnreadableBinlogException explained(UnreadableBinlogException e, LogPlace last) {
        if (e.gap() == Gap.PURGED || e.gap() == Gap.RESET) {
            try (Connection database = source.connect()) {
                LogWitness.check(database, last);
            } catch (UnreadableBinlogException better) {
                return better;
            } catch (SQLException unknown) {
                e.addSuppressed(unknown);
            }
        }
        return e;
    }

    private LogSession begin(LogPlace from, LogListener listener) throws SQLException {
        try (Connection database = source.connect()) {
            CapturedTables tables = tables(database);
            check(database, from);
            Map<String, TableLayout> now = layouts(database, tables);
            Map<String, String> texts = new HashMap<>(Layouts.texts(now));
            texts.putAll(from.layouts());
            ZoneId zone = DatabaseZone.of(database);
            Layouts layouts = new Layouts(tables, texts, () -> layouts(tables));
            return new LogSession(from, listener, layouts, new TableRows(layouts, zone), isStrict);
        }
    }

    private CapturedTables tables(Connection database) throws SQLException {
        return new CapturedTables(database.getCatalog(), captured);
    }

    private Map<String, TableLayout> layouts(CapturedTables tables) {
        try (Connection database = source.connect()) {
            return layouts(database, tables);
        } catch (SQLException e) {
            throw new UncheckedIOException(new LogLostException(String.valueOf(e.getMessage()), e));
        }
    }

    private Map<String, TableLayout> layouts(Connection database, CapturedTables tables) throws SQLException {
        return isStrict ? Layouts.read(database, tables) : Layouts.readable(database, tables);
    }

    private static void check(Connection database, LogPlace place) throws SQLException {
        BinlogSettings.check(database);
        LogWitness.check(database, place);
    }

    @Override
    public void check(LogPlace place) throws SQLException {
        try (Connection database = source.connect()) {
            check(database, place);
            layouts(database, tables(database));
        }
    }

    @Override
    public void stop() {
        isStopped = true;
        LogConnection open = connection;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        stop();
    }

    @Override
    public @Nullable LogPlace reached() {
        LogSession last = session;
        return last == null ? begun : last.place();
    }

    @Override
    public boolean hasRead(LogPosition position) {
        LogSession last = session;
        return last != null && last.position().covers(position);
    }

    @Override
    public LogPosition end() throws SQLException {
        try {
            return end.get();
        } catch (RuntimeException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    @Override
    public LogPlace now() throws SQLException {
        try (LogSnapshot snapshot = snapshot()) {
            return snapshot.place();
        }
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // The caller closes it.
    public LogSnapshot snapshot() throws SQLException {
        Connection database = source.connect();
        try {
            BinlogSettings.check(database);
            LogFile file = LogFile.ofSnapshot(database);
            LogPosition position = file.position(database);
            Map<String, String> layouts = Layouts.texts(layouts(database, tables(database)));
            String server = Long.toString(position.server());
            return new LogSnapshot(
                    new LogPlace(server, file.name(), file.position(), position.gtids(), layouts), database);
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public List<String> cascades() throws SQLException {
        try (Connection database = source.connect()) {
            return CascadingKeys.around(database, tables(database));
        }
    }

    @Override
    public LogLag lag() throws SQLException {
        LogSession last = session;
        if (last == null) {
            return new LogLag(0, 0);
        }
        LogPlace place = last.place();
        try (Connection database = source.connect()) {
            long bytes = LogWitness.bytesBehind(database, place);
            boolean isBehind = !last.position().covers(end());
            long millis = isBehind && last.time().isAfter(Instant.EPOCH)
                    ? Instant.now().toEpochMilli() - last.time().toEpochMilli()
                    : 0;
            return new LogLag(Math.max(0, millis), bytes);
        }
    }
}
