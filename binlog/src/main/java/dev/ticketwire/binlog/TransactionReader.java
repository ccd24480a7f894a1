package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeader;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.MariadbGtidEventData;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.XAPrepareEventData;
import com.github.shyiko.mysql.binlog.event.XidEventData;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assembles the events of the log to transactions. */
final class TransactionReader implements BinaryLogClient.EventListener {
    /** Events about the log itself, and events before a statement's text. */
    private static final Set<EventType> HARMLESS = EnumSet.of(
            EventType.FORMAT_DESCRIPTION,
            EventType.STOP,
            EventType.HEARTBEAT,
            EventType.MARIADB_GTID_LIST,
            EventType.BINLOG_CHECKPOINT,
            EventType.ANNOTATE_ROWS,
            EventType.INTVAR,
            EventType.RAND,
            EventType.USER_VAR);
    /** Flag of events that a reader may ignore if it does not know them. */
    private static final int IGNORABLE = 0x80;

    private final Layouts layouts;
    private final TableRows rows;
    private final Told told;
    private final boolean isStrict;
    private @Nullable OpenTransaction open;

    /** Is told what the log says, in its order. */
    interface Told {
        /** @param end position in the file behind the transaction */
        void transaction(OpenTransaction transaction, long end);

        /** The rows of a captured table changed unseen. */
        void replaced(String table, String reason);

        /** The columns of a captured table changed. */
        void altered(String table);

        /** The log goes on in another file. */
        void rotated(String file, long position);
    }

    /**
     * @param isStrict whether reading ends where changes of captured tables are hidden; else the tables are told as
     *     replaced, and reading goes on
     */
    TransactionReader(Layouts layouts, TableRows rows, Told told, boolean isStrict) {
        this.layouts = layouts;
        this.rows = rows;
        this.told = told;
        this.isStrict = isStrict;
    }

    /** @throws UnreadableBinlogException if changes are hidden */
    @Override
    public void onEvent(Event event) {
        switch (event.getData()) {
            case MariadbGtidEventData begin -> open = OpenTransaction.begin(begin, event.getHeader());
            case TableMap table -> map(table);
            case RowsEvent changed -> add(changed);
            case QueryEventData query -> statement(query, event.getHeader());
            case XidEventData commit -> commit(event.getHeader());
            case XAPrepareEventData prepared -> prepare(event.getHeader());
            case RotateEventData next -> told.rotated(next.getBinlogFilename(), next.getBinlogPosition());
            case null, default -> demandHarmless(event.getHeader());
        }
    }

    private void map(TableMap table) {
        CapturedTable captured = layouts.tables().find(table.database(), table.table());
        OpenTransaction transaction = open;
        if (captured != null && transaction != null && transaction.hasCreated(captured)) {
            rows.passOver(table);
            told.replaced(captured.name(), "CREATE TABLE with rows");
        } else {
            try {
                rows.map(table);
            } catch (UnreadableBinlogException e) {
                rows.passOver(table);
                hide(captured == null ? layouts.tables().all() : List.of(captured), e);
            }
        }
    }

    private void add(RowsEvent changed) {
        OpenTransaction transaction = open;
        if (transaction != null) {
            try {
                transaction.add(rows, changed);
            } catch (UnreadableBinlogException e) {
                transaction.clear();
                hide(tables(changed), e);
            }
        }
    }

    private List<CapturedTable> tables(RowsEvent changed) {
        String name = rows.table(changed);
        return layouts.tables().all().stream()
                .filter(table -> table.name().equals(name))
                .toList();
    }

    /** Changes of these tables cannot be told. */
    private void hide(List<CapturedTable> tables, UnreadableBinlogException reason) {
        if (isStrict) {
            throw reason;
        }
        tables.forEach(table -> told.replaced(table.name(), String.valueOf(reason.getMessage())));
    }

    private void statement(QueryEventData query, EventHeader header) {
        String sql = query.getSql().strip();
        OpenTransaction transaction = open;
        if (transaction == null || sql.equalsIgnoreCase("COMMIT")) {
            commit(header);
        } else if (sql.equalsIgnoreCase("ROLLBACK")) {
            transaction.clear();
            commit(header);
        } else if (!transaction.isSavepoint(sql)) {
            judge(SqlEffect.of(sql, query.getDatabase()), query, transaction);
            if (transaction.isStandalone()) {
                commit(header);
            }
        }
    }

    private void judge(SqlEffect effect, QueryEventData query, OpenTransaction transaction) {
        switch (effect.kind()) {
            case HIDDEN -> demandElsewhere(query);
            case DATABASE -> {
                if (layouts.tables().isOurs(effect.tables().getFirst().database())) {
                    layouts.tables().all().forEach(table -> replace(table.name(), query));
                }
            }
            case ALTERED, REPLACED, CREATED ->
                effect.tables().forEach(table -> {
                    CapturedTable captured = layouts.tables().find(table.database(), table.name());
                    if (captured != null) {
                        judge(effect.kind(), captured, query, transaction);
                    }
                });
            case NONE -> {}
        }
    }

    private void judge(SqlEffect.Kind kind, CapturedTable table, QueryEventData query, OpenTransaction transaction) {
        if (kind == SqlEffect.Kind.ALTERED) {
            layouts.alter(table, query.getSql());
            told.altered(table.name());
        } else if (kind == SqlEffect.Kind.REPLACED) {
            replace(table.name(), query);
        } else {
            layouts.forget(table.name());
        }
        if (!transaction.isStandalone()) {
            transaction.creates(table.name());
        }
    }

    private void replace(String table, QueryEventData query) {
        layouts.forget(table);
        SqlWords words = new SqlWords(query.getSql());
        told.replaced(table, words.next() + " " + words.next());
    }

    /** In other databases statements may be logged as text. */
    private void demandElsewhere(QueryEventData query) {
        String ours = layouts.tables().database();
        if (layouts.tables().isOurs(query.getDatabase()) || new SqlWords(query.getSql()).name(ours)) {
            hide(
                    layouts.tables().all(),
                    new UnreadableBinlogException(
                            "a statement in " + ours + " was logged as text (a session's binlog_format)"));
        }
    }

    private void prepare(EventHeader header) {
        OpenTransaction transaction = open;
        if (transaction != null && !transaction.rows().isEmpty()) {
            transaction.clear();
            hide(
                    layouts.tables().all(),
                    new UnreadableBinlogException("rows were changed in an XA transaction, whose end is unknown"));
        }
        commit(header);
    }

    private void commit(EventHeader header) {
        OpenTransaction transaction = open;
        if (transaction != null) {
            open = null;
            told.transaction(transaction, ((EventHeaderV4) header).getNextPosition());
        }
    }

    private void demandHarmless(EventHeader header) {
        boolean isIgnorable = header instanceof EventHeaderV4 v4 && (v4.getFlags() & IGNORABLE) != 0;
        if (!isIgnorable && !HARMLESS.contains(header.getEventType())) {
            hide(
                    layouts.tables().all(),
                    new UnreadableBinlogException("the log holds an event of the kind " + header.getEventType()));
        }
    }
}
