package dev.ticketwire.event.capture.lookup;

import dev.ticketwire.binlog.LogPosition;
import dev.ticketwire.event.capture.row.FileRow;
import dev.ticketwire.event.capture.row.FormEntryRow;
import dev.ticketwire.event.capture.row.ThreadRow;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Reads the help desk's tables. The log's end is asked for after the rows: the log is written before a commit becomes
 * visible, so it contains what was read, and no snapshot is needed.
 */
public final class SqlHelpDeskLookup implements HelpDeskLookup {
    private static final int MOST_KEYS = 1000;
    private static final String TICKETS =
            "SELECT " + TicketRow.COLUMNS.stream().map(column -> "t." + column).collect(Collectors.joining(", ")) + """
            , subject.value AS subject, priority.value_id AS priority
            FROM {ticket} t
              LEFT JOIN {form_entry} f ON f.object_type = 'T' AND f.object_id = t.ticket_id AND f.form_id = %d
              LEFT JOIN {form_entry_values} subject ON subject.entry_id = f.id AND subject.field_id = %d
              LEFT JOIN {form_entry_values} priority ON priority.entry_id = f.id AND priority.field_id = %d
            WHERE t.ticket_id IN :keys""";

    private static final String THREADS = "SELECT id, object_type, object_id FROM {thread} WHERE id IN :keys";
    private static final String FORM_ENTRIES = "SELECT id, object_type, object_id FROM {form_entry} WHERE id IN :keys";
    private static final String USERS = "SELECT id, name FROM {user} WHERE id IN :keys";
    private static final String FILES = "SELECT id, name, size, type FROM {file} WHERE id IN :keys";
    private static final String NUMBERS = "SELECT ticket_id, number FROM {ticket} WHERE ticket_id IN :keys";

    private final DataSource database;
    private final Supplier<Reference> reference;

    public SqlHelpDeskLookup(DataSource database, Supplier<Reference> reference) {
        this.database = database;
        this.reference = reference;
    }

    @Override
    public Found find(Wanted wanted) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return find(connection, wanted, reference.get());
        }
    }

    /** As {@link HelpDeskLookup#find}, with a connection of the caller's. */
    public static Found find(Connection connection, Wanted wanted, Reference reference) throws SQLException {
        Map<Long, TicketFacts> tickets = tickets(connection, wanted.tickets(), reference);
        Map<Long, ThreadRow> threads = threads(connection, wanted.threads());
        Map<Long, FormEntryRow> forms = forms(connection, wanted.formEntries());
        Map<Long, String> users = texts(connection, USERS, wanted.users());
        Map<Long, FileRow> files = files(connection, wanted.files());
        Map<Long, String> numbers = texts(connection, NUMBERS, wanted.numbers());
        return new Found(LogPosition.end(connection), tickets, threads, forms, users, files, numbers);
    }

    /** Tickets with their subject and priority, by id. */
    public static Map<Long, TicketFacts> tickets(Connection connection, Collection<Long> ids, Reference reference)
            throws SQLException {
        TicketForm form = TicketForm.of(reference);
        String sql = TICKETS.formatted(form.id(), form.subjectField(), form.priorityField());
        Map<Long, TicketFacts> found = new HashMap<>();
        read(connection, sql, ids, row -> {
            TicketRow ticket = TicketRow.of(row);
            found.put(ticket.id(), new TicketFacts(ticket, row.getString("subject"), row.getLong("priority")));
        });
        return found;
    }

    private static Map<Long, ThreadRow> threads(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, ThreadRow> found = new HashMap<>();
        read(
                connection,
                THREADS,
                ids,
                row -> found.put(row.getLong(1), new ThreadRow(row.getLong(1), row.getString(2), row.getLong(3))));
        return found;
    }

    private static Map<Long, FormEntryRow> forms(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, FormEntryRow> found = new HashMap<>();
        read(
                connection,
                FORM_ENTRIES,
                ids,
                row -> found.put(row.getLong(1), new FormEntryRow(row.getLong(1), row.getString(2), row.getLong(3))));
        return found;
    }

    private static Map<Long, FileRow> files(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, FileRow> found = new HashMap<>();
        read(
                connection,
                FILES,
                ids,
                row -> found.put(
                        row.getLong(1),
                        new FileRow(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4))));
        return found;
    }

    private static Map<Long, String> texts(Connection connection, String sql, Collection<Long> ids)
            throws SQLException {
        Map<Long, String> found = new HashMap<>();
        read(connection, sql, ids, row -> found.put(row.getLong(1), row.getString(2)));
        return found;
    }

    private static void read(Connection connection, String sql, Collection<Long> ids, Statements.RowReader reader)
            throws SQLException {
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            Statements.read(connection, sql, all.subList(from, Math.min(from + MOST_KEYS, all.size())), reader);
        }
    }
}
