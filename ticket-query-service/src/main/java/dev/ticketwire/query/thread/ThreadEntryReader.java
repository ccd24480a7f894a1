package dev.ticketwire.query.thread;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.query.fields.ReferenceNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads entries with their attachments. One statement, and one more if an entry has attachments. */
public final class ThreadEntryReader {
    private static final String ENTRY = TablePrefix.named(
            "SELECT " + ThreadEntryRow.COLUMNS + " FROM {thread_entry} e LEFT JOIN {user} u ON u.id = e.user_id ");
    private static final String OF_THREAD = ENTRY + "WHERE e.thread_id = ? AND e.flags & 4 = 0";
    private static final String WITH_IDS = ENTRY + "WHERE e.id IN ";

    /** Sorted here: the server would use a temporary table. */
    private static final Comparator<ThreadEntryRow> OLDEST_FIRST = Comparator.comparing(
                    ThreadEntryRow::created, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ThreadEntryRow::id);

    private ThreadEntryReader() {}

    /** All entries of a thread that are not hidden and that {@code caller} may see, oldest first. */
    public static List<ThreadEntryView> ofThread(
            Connection connection, long thread, Identity caller, ReferenceNames names) throws SQLException {
        String sql = OF_THREAD + VisibilitySql.entries("e.type", caller.seesNotes());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, thread);
            List<ThreadEntryRow> rows = rows(statement);
            rows.sort(OLDEST_FIRST);
            boolean hasAttachments = rows.stream().anyMatch(ThreadEntryRow::hasAttachments);
            return views(rows, hasAttachments ? EntryAttachmentReader.ofThread(connection, thread) : Map.of(), names);
        }
    }

    /** The entries that still exist, in the order of {@code ids}. No statement without ids. */
    static List<ThreadEntryView> withIds(Connection connection, List<Long> ids, ReferenceNames names)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<ThreadEntryRow> rows = rowsWithIds(connection, ids);
        List<Long> withAttachments = rows.stream()
                .filter(ThreadEntryRow::hasAttachments)
                .map(ThreadEntryRow::id)
                .toList();
        return views(
                rows,
                withAttachments.isEmpty() ? Map.of() : EntryAttachmentReader.ofEntries(connection, withAttachments),
                names);
    }

    private static List<ThreadEntryRow> rowsWithIds(Connection connection, List<Long> ids) throws SQLException {
        String sql = WITH_IDS + Placeholders.in(ids.size());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Placeholders.bind(statement, 1, ids);
            List<ThreadEntryRow> rows = rows(statement);
            rows.sort(Comparator.comparingInt(row -> ids.indexOf(row.id())));
            return rows;
        }
    }

    private static List<ThreadEntryRow> rows(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<ThreadEntryRow> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(ThreadEntryRow.read(row));
            }
            return rows;
        }
    }

    private static List<ThreadEntryView> views(
            List<ThreadEntryRow> rows, Map<Long, List<AttachmentView>> attachments, ReferenceNames names) {
        return rows.stream()
                .map(row -> row.view(names, attachments.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
