package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeader;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.MariadbGtidEventData;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import com.github.shyiko.mysql.binlog.event.XidEventData;
import dev.ticketwire.binlog.LogPosition.Gtid;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Assembles the events of the log to transactions of one table. */
final class TransactionReader implements BinaryLogClient.EventListener {
    /** A transaction with more changes needs more memory than loading the table again. */
    private static final int MOST_CHANGES = 100_000;

    private static final List<String> HARMLESS_STARTS = List.of("BEGIN", "SAVEPOINT", "CREATE", "DROP");
    /** Events about the log itself, rows of other tables, and events before a statement's text. */
    private static final Set<EventType> HARMLESS = EnumSet.of(
            EventType.FORMAT_DESCRIPTION,
            EventType.ROTATE,
            EventType.STOP,
            EventType.HEARTBEAT,
            EventType.MARIADB_GTID_LIST,
            EventType.BINLOG_CHECKPOINT,
            EventType.ANNOTATE_ROWS,
            EventType.WRITE_ROWS,
            EventType.UPDATE_ROWS,
            EventType.DELETE_ROWS,
            EventType.INTVAR,
            EventType.RAND,
            EventType.USER_VAR);
    /** Flag of events that a reader may ignore if it does not know them. */
    private static final int IGNORABLE = 0x80;

    private final TableLayout layout;
    private final TableRowDeserializer rows;
    private final Pattern named;
    private final Committed committed;

    private @Nullable MariadbGtidEventData gtid;
    private List<RowChange> changes = new ArrayList<>();

    /** Receives transactions in the order of their commits. */
    @FunctionalInterface
    interface Committed {
        /** @param changes of the table; empty if there were none */
        void transaction(long domain, Gtid gtid, List<RowChange> changes);
    }

    /** @param rows the deserializer that the log client uses */
    TransactionReader(TableLayout layout, TableRowDeserializer rows, Committed committed) {
        this.layout = layout;
        this.rows = rows;
        this.named = Pattern.compile(
                "(?<![\\w$])(" + Pattern.quote(layout.database()) + "|" + Pattern.quote(layout.table()) + ")(?![\\w$])",
                Pattern.CASE_INSENSITIVE);
        this.committed = committed;
    }

    /** @throws UnreadableBinlogException if the projection may no longer match the table */
    @Override
    public void onEvent(Event event) {
        switch (event.getData()) {
            case MariadbGtidEventData begin -> begin(begin, event.getHeader());
            case TableMapEventData table -> rows.map(table);
            case WriteRowsEventData written when rows.isOurs(written.getTableId()) -> insert(written);
            case UpdateRowsEventData updated when rows.isOurs(updated.getTableId()) -> update(updated);
            case DeleteRowsEventData deleted when rows.isOurs(deleted.getTableId()) -> delete(deleted);
            case QueryEventData query -> statement(query.getSql());
            case XidEventData commit -> commit();
            case null, default -> demandHarmless(event.getHeader());
        }
    }

    private void insert(WriteRowsEventData written) {
        demandWhole(written.getIncludedColumns());
        written.getRows().forEach(row -> add(null, row));
    }

    private void update(UpdateRowsEventData updated) {
        demandWhole(updated.getIncludedColumnsBeforeUpdate());
        demandWhole(updated.getIncludedColumns());
        updated.getRows().forEach(row -> add(row.getKey(), row.getValue()));
    }

    private void delete(DeleteRowsEventData deleted) {
        demandWhole(deleted.getIncludedColumns());
        deleted.getRows().forEach(row -> add(row, null));
    }

    private void begin(MariadbGtidEventData begin, EventHeader header) {
        gtid = begin;
        // The event's data lack the server on which the transaction ran; the header has it, also for replicated
        // transactions.
        gtid.setServerId(((EventHeaderV4) header).getServerId());
        changes = new ArrayList<>();
    }

    private void add(Serializable @Nullable [] before, Serializable @Nullable [] after) {
        if (changes.size() == MOST_CHANGES) {
            throw new UnreadableBinlogException(
                    "a transaction changed more than " + MOST_CHANGES + " rows of " + layout.table());
        }
        changes.add(new RowChange(
                before == null ? null : layout.values(before), after == null ? null : layout.values(after)));
    }

    /**
     * Changes come as rows. In a transaction with others a text may make a table, mark a place, or end it, and no more.
     */
    private void statement(String sql) {
        String start = sql.strip().toUpperCase(Locale.ROOT);
        if (start.equals("COMMIT")) {
            commit();
        } else if (start.equals("ROLLBACK")) {
            changes.clear();
            commit();
        } else if (named.matcher(sql).find() && !start.startsWith("SAVEPOINT")) {
            throw new UnreadableBinlogException("a statement changed " + layout.table() + " or its database");
        } else if (gtid != null && (gtid.getFlags() & MariadbGtidEventData.FL_STANDALONE) != 0) {
            commit();
        } else if (HARMLESS_STARTS.stream().noneMatch(start::startsWith)) {
            throw new UnreadableBinlogException(
                    "a transaction was logged as text, prepared by XA, or rolled back in part");
        }
    }

    private void commit() {
        MariadbGtidEventData transaction = gtid;
        if (transaction != null) {
            gtid = null;
            Gtid last = new Gtid(transaction.getServerId(), transaction.getSequence());
            committed.transaction(transaction.getDomainId(), last, changes);
            changes = new ArrayList<>();
        }
    }

    private void demandWhole(BitSet columns) {
        if (columns.cardinality() != layout.columns()) {
            throw new UnreadableBinlogException(
                    "rows of " + layout.table() + " are not logged whole, or have other columns");
        }
    }

    private static void demandHarmless(EventHeader header) {
        boolean isIgnorable = header instanceof EventHeaderV4 v4 && (v4.getFlags() & IGNORABLE) != 0;
        if (!isIgnorable && !HARMLESS.contains(header.getEventType())) {
            throw new UnreadableBinlogException("the log holds an event of the kind " + header.getEventType());
        }
    }
}
