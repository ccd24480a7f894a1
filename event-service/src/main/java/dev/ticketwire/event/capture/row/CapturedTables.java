package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.CapturedTable;
import dev.ticketwire.binlog.Row;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tables from which events are made. {@code ticket__cdata} is not among them: it repeats {@code
 * form_entry_values}, and osTicket rebuilds it when a form changes.
 */
public final class CapturedTables {
    private static final Map<String, Table> TABLES = Map.ofEntries(
            table("ticket", TicketRow.COLUMNS, TicketRow::of),
            table("thread", ThreadRow.COLUMNS, ThreadRow::of),
            table("thread_entry", EntryRow.COLUMNS, EntryRow::of),
            table("thread_event", HistoryRow.COLUMNS, HistoryRow::of),
            table("thread_collaborator", CollaboratorRow.COLUMNS, CollaboratorRow::of),
            table("thread_referral", ReferralRow.COLUMNS, ReferralRow::of),
            table("form_entry", FormEntryRow.COLUMNS, FormEntryRow::of),
            table("form_entry_values", AnswerRow.COLUMNS, AnswerRow::of),
            table("attachment", AttachmentRow.COLUMNS, AttachmentRow::of),
            table("file", FileRow.COLUMNS, FileRow::of),
            table("user", UserRow.COLUMNS, UserRow::of),
            table("ticketwire_command", InboxRow.COLUMNS, InboxRow::of));

    private record Table(List<String> columns, Function<Row, CapturedRow> reader) {}

    private CapturedTables() {}

    private static Map.Entry<String, Table> table(
            String name, List<String> columns, Function<Row, CapturedRow> reader) {
        return Map.entry(name, new Table(columns, reader));
    }

    /** What the log's reader has to hand over. */
    public static List<CapturedTable> all() {
        return TABLES.entrySet().stream()
                .map(table -> new CapturedTable(table.getKey(), table.getValue().columns))
                .toList();
    }

    /**
     * @param table without osTicket's prefix
     * @return null for null, and for other tables
     */
    public static @Nullable CapturedRow row(String table, @Nullable Row row) {
        Table known = row == null ? null : TABLES.get(table);
        return known == null || row == null ? null : known.reader.apply(row);
    }
}
