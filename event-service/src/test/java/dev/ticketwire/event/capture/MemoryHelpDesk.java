package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.ChangedRow;
import dev.ticketwire.binlog.LogPosition;
import dev.ticketwire.binlog.Row;
import dev.ticketwire.event.capture.lookup.Found;
import dev.ticketwire.event.capture.lookup.HelpDeskLookup;
import dev.ticketwire.event.capture.lookup.TicketFacts;
import dev.ticketwire.event.capture.lookup.TicketForm;
import dev.ticketwire.event.capture.lookup.Wanted;
import dev.ticketwire.event.capture.row.AnswerRow;
import dev.ticketwire.event.capture.row.CapturedRow;
import dev.ticketwire.event.capture.row.CapturedTables;
import dev.ticketwire.event.capture.row.FileRow;
import dev.ticketwire.event.capture.row.FormEntryRow;
import dev.ticketwire.event.capture.row.ThreadRow;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.StoredReference;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;

/** The tables of a help desk in memory, and how many transactions have changed them. */
@NullUnmarked // rows: any column may be null
final class MemoryHelpDesk implements HelpDeskLookup {
    private static final long SERVER = 1;

    private final Map<String, Map<List<Object>, Map<String, Object>>> tables = new HashMap<>();
    private Reference reference;
    private long committed;

    MemoryHelpDesk(Map<String, List<Map<String, Object>>> rows) {
        rows.forEach((table, all) -> all.forEach(row -> put(table, row)));
        reference = StoredReference.of(this::rows);
    }

    private MemoryHelpDesk(MemoryHelpDesk other) {
        other.tables.forEach((table, rows) -> tables.put(table, new LinkedHashMap<>(rows)));
        reference = other.reference;
        committed = other.committed;
    }

    MemoryHelpDesk copy() {
        return new MemoryHelpDesk(this);
    }

    /** The same help desk, whose log begins now. */
    MemoryHelpDesk restarted() {
        MemoryHelpDesk copy = copy();
        copy.committed = 0;
        return copy;
    }

    /** The same help desk with other departments, agents, forms. */
    MemoryHelpDesk with(Reference other) {
        MemoryHelpDesk copy = copy();
        copy.reference = other;
        return copy;
    }

    Reference reference() {
        return reference;
    }

    void commit(List<RowInCommit> rows) {
        for (RowInCommit row : rows) {
            if (row.before() != null) {
                tables.getOrDefault(row.table(), Map.of()).remove(key(row.table(), row.before()));
            }
            if (row.after() != null) {
                put(row.table(), row.after());
            }
        }
        committed++;
    }

    /** A changed row: by column; null for none. */
    record RowInCommit(String table, Map<String, Object> before, Map<String, Object> after) {
        ChangedRow logged(int event, int row) {
            return new ChangedRow(
                    table,
                    event,
                    row,
                    before == null ? null : new MapRow(before),
                    after == null ? null : new MapRow(after));
        }
    }

    private void put(String table, Map<String, Object> row) {
        tables.computeIfAbsent(table, name -> new LinkedHashMap<>()).put(key(table, row), row);
    }

    List<Map<String, Object>> rows(String table) {
        return new ArrayList<>(tables.getOrDefault(table, Map.of()).values());
    }

    Map<String, Object> row(String table, Object... key) {
        return tables.getOrDefault(table, Map.of()).get(List.of(key));
    }

    private static List<Object> key(String table, Map<String, Object> row) {
        return switch (table) {
            case "ticket" -> List.of(row.get("ticket_id"));
            case "form_entry_values" -> List.of(row.get("entry_id"), row.get("field_id"));
            case "help_topic" -> List.of(row.get("topic_id"));
            case "ticket_priority" -> List.of(row.get("priority_id"));
            case "staff" -> List.of(row.get("staff_id"));
            case "team" -> List.of(row.get("team_id"));
            default ->
                row.get("id") == null
                        ? List.copyOf(row.values().stream().map(String::valueOf).toList())
                        : List.of(row.get("id"));
        };
    }

    @Override
    public Found find(Wanted wanted) {
        return new Found(
                position(committed),
                found(wanted.tickets(), this::facts),
                found(wanted.threads(), id -> (ThreadRow) captured("thread", id)),
                found(wanted.formEntries(), id -> (FormEntryRow) captured("form_entry", id)),
                found(wanted.users(), id -> text("user", id, "name")),
                found(wanted.files(), this::file),
                found(wanted.numbers(), id -> text("ticket", id, "number")));
    }

    /** The log's end after so many transactions. */
    static LogPosition position(long transactions) {
        return new LogPosition(SERVER, Map.of(0L, new LogPosition.Gtid(SERVER, transactions)));
    }

    private static <T> Map<Long, T> found(Collection<Long> ids, java.util.function.Function<Long, T> row) {
        Map<Long, T> found = new TreeMap<>();
        for (long id : ids) {
            T one = row.apply(id);
            if (one != null) {
                found.put(id, one);
            }
        }
        return found;
    }

    private CapturedRow captured(String table, long id) {
        Map<String, Object> row = row(table, id);
        return row == null ? null : CapturedTables.row(table, new MapRow(row));
    }

    private String text(String table, long id, String column) {
        Map<String, Object> row = row(table, id);
        return row == null ? null : String.valueOf(row.get(column));
    }

    private FileRow file(long id) {
        return (FileRow) captured("file", id);
    }

    private TicketFacts facts(long id) {
        TicketRow ticket = (TicketRow) captured("ticket", id);
        if (ticket == null) {
            return null;
        }
        TicketForm form = TicketForm.of(reference);
        AnswerRow subject = answer(id, form.id(), form.subjectField());
        AnswerRow priority = answer(id, form.id(), form.priorityField());
        return new TicketFacts(
                ticket, subject == null ? null : subject.value(), priority == null ? 0 : priority.valueId());
    }

    private AnswerRow answer(long ticket, long form, long field) {
        return rows("form_entry").stream()
                .filter(row -> Objects.equals(row.get("object_type"), "T")
                        && Objects.equals(row.get("object_id"), ticket)
                        && Objects.equals(row.get("form_id"), form))
                .map(row -> row("form_entry_values", row.get("id"), field))
                .filter(Objects::nonNull)
                .map(row -> (AnswerRow) CapturedTables.row("form_entry_values", new MapRow(row)))
                .findFirst()
                .orElse(null);
    }

    /** A row of the log, with times as text. */
    record MapRow(Map<String, Object> values) implements Row {
        @Override
        public Long number(String column) {
            return value(column) instanceof Number number ? number.longValue() : null;
        }

        @Override
        public String text(String column) {
            Object value = value(column);
            return value == null ? null : value.toString();
        }

        @Override
        public LocalDateTime time(String column) {
            return DatabaseTime.parse(text(column));
        }

        @Override
        public boolean equalIn(String column, Row other) {
            return Objects.equals(text(column), other.text(column));
        }

        private Object value(String column) {
            if (!values.containsKey(column)) {
                throw new IllegalArgumentException(column + " is not in " + values.keySet());
            }
            return values.get(column);
        }
    }
}
