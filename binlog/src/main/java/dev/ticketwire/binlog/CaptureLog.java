package dev.ticketwire.binlog;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of the help desk's database, of which one thread at a time reads the rows of some tables. */
public interface CaptureLog extends AutoCloseable {
    /**
     * Reads until {@link #stop}, and only then returns. The thread that calls it hears everything. Each connection
     * has a server id of its own, so several readers do not disturb each other.
     *
     * @param from as heard from this method, or {@link #now}
     * @throws LogLostException if the connection was lost, or the log did not go on although the server did (10 s):
     *     call again with the last place
     * @throws UnreadableBinlogException if the log cannot be read on from the last place: a gap
     */
    void read(LogPlace from, LogListener listener) throws LogLostException, InterruptedException;

    /** Ends {@link #read}, from any thread; returns at once. A later {@code read} reads again. */
    void stop();

    /** The last place that {@link #read} handed over completely (the listener's call has returned); null before. */
    @Nullable
    LogPlace reached();

    /**
     * Whether everything committed before {@code end} was asked for has been heard, i.e. the listener's calls have
     * returned.
     */
    boolean hasRead(LogPosition end);

    /** The log's end: contains everything that a reader of tables can see. One short query. */
    LogPosition end() throws SQLException;

    /** The place of a snapshot that is taken now. */
    LogPlace now() throws SQLException;

    /** A snapshot of the database, with its place, on a connection of its own that the caller closes. */
    LogSnapshot snapshot() throws SQLException;

    /**
     * Checks the server's settings, the captured tables, and whether the log still goes on from {@code place}: the same
     * server, the file is there, and the server gives the same transactions before that position. {@link #read} does
     * it at each connect and every minute.
     *
     * @throws UnreadableBinlogException if it does not
     */
    void check(LogPlace place) throws SQLException;

    /**
     * Foreign keys by which deleted or changed rows of a captured table, or of another one, change rows of
     * other tables without a trace in the log, one line each: {@code ost_addon.ticket_id → ost_ticket ON DELETE
     * CASCADE}.
     */
    List<String> cascades() throws SQLException;

    /** How far {@link #read} is behind. Asks the server. */
    LogLag lag() throws SQLException;

    /** Ends {@link #read} for good. */
    @Override
    void close();
}
