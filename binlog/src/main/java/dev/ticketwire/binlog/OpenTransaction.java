package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.event.EventHeader;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.MariadbGtidEventData;
import dev.ticketwire.binlog.LogPosition.Gtid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A transaction that is being read. */
final class OpenTransaction {
    private static final long MOST_BYTES =
            Math.max(32L << 20, Runtime.getRuntime().maxMemory() / 8);
    /** Of a row in memory, beside its values. */
    private static final int BYTES_OF_ROW = 250;

    private final long domain;
    private final Gtid gtid;
    private final Instant time;
    private final boolean isStandalone;
    private final List<ChangedRow> rows = new ArrayList<>();
    /** Number of rows at savepoints. */
    private final Map<String, Integer> savepoints = new HashMap<>();
    /** Captured tables that it makes. */
    private final Set<String> created = new HashSet<>();

    private int events;
    private long bytes;

    private OpenTransaction(long domain, Gtid gtid, Instant time, boolean isStandalone) {
        this.domain = domain;
        this.gtid = gtid;
        this.time = time;
        this.isStandalone = isStandalone;
    }

    static OpenTransaction begin(MariadbGtidEventData begin, EventHeader header) {
        // The event's data lack the server on which the transaction ran; the header has it, also for replicated
        // transactions.
        Gtid gtid = new Gtid(((EventHeaderV4) header).getServerId(), begin.getSequence());
        boolean isStandalone = (begin.getFlags() & MariadbGtidEventData.FL_STANDALONE) != 0;
        return new OpenTransaction(
                begin.getDomainId(), gtid, Instant.ofEpochMilli(header.getTimestamp()), isStandalone);
    }

    long domain() {
        return domain;
    }

    Gtid gtid() {
        return gtid;
    }

    List<ChangedRow> rows() {
        return rows;
    }

    /** Whether it is one statement without an event for its commit. */
    boolean isStandalone() {
        return isStandalone;
    }

    Transaction committed() {
        return new Transaction(domain + "-" + gtid.origin() + "-" + gtid.sequence(), time, rows);
    }

    /** The rows of {@code table} that follow fill it as it is made. */
    void creates(String table) {
        created.add(table);
    }

    boolean hasCreated(CapturedTable table) {
        return created.contains(table.name());
    }

    /** @throws UnreadableBinlogException if it would take too much memory */
    void add(TableRows reader, RowsEvent event) {
        int number = events++;
        for (ChangedRow row : reader.rows(event, number)) {
            rows.add(row);
            bytes += size(row.before()) + size(row.after());
        }
        if (bytes > MOST_BYTES) {
            throw new UnreadableBinlogException("a transaction changed so many rows (" + rows.size()
                    + ") that they take more than " + (MOST_BYTES >> 20) + " MiB");
        }
    }

    private static long size(@Nullable Row row) {
        return row instanceof LogRow logged ? logged.size() + BYTES_OF_ROW : 0;
    }

    void clear() {
        rows.clear();
    }

    /**
     * Marks a place, or goes back to one. Captured tables are all of InnoDB, so what is undone leaves no trace in them;
     * the log keeps it if the transaction changed a table of another engine too.
     *
     * @return whether the statement is about savepoints
     */
    boolean isSavepoint(String sql) {
        SqlWords words = new SqlWords(sql);
        if (words.take("SAVEPOINT")) {
            savepoints.put(words.name().toLowerCase(Locale.ROOT), rows.size());
            return true;
        }
        if (!words.take("ROLLBACK", "TO") && !words.take("ROLLBACK", "WORK", "TO")) {
            return false;
        }
        words.take("SAVEPOINT");
        Integer size = savepoints.get(words.name().toLowerCase(Locale.ROOT));
        if (size == null && !rows.isEmpty()) {
            throw new UnreadableBinlogException("a transaction was rolled back to a place that the log does not name");
        }
        if (size != null) {
            rows.subList(Math.min(size, rows.size()), rows.size()).clear();
        }
        return true;
    }
}
