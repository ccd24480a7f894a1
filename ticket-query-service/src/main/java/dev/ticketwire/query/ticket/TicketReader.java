package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.read.TicketVersion;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.query.fields.CurrentStatuses;
import dev.ticketwire.query.fields.ReferenceNames;
import dev.ticketwire.query.fields.TicketAnswers;
import dev.ticketwire.query.fields.TicketFields;
import dev.ticketwire.query.fields.TicketOwner;
import dev.ticketwire.query.fields.UnknownStatusException;
import dev.ticketwire.query.thread.ThreadEntryReader;
import dev.ticketwire.query.thread.ThreadEntryView;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one ticket with its children and its thread. Two statements; one more if the text is an id, if the ticket has
 * children, and if an entry has attachments.
 */
@ApplicationScoped
class TicketReader {
    private static final String COLUMNS = ", " + TicketOwner.COLUMNS + """
            , t.ip_address, th.id AS thread_id, c.ticket_id AS a_child
            FROM {ticket} t
            """ + TicketOwner.JOINS + """
              LEFT JOIN {thread} th ON th.object_id = t.ticket_id AND th.object_type IN ('T', 'C')
              LEFT JOIN {ticket} c ON c.ticket_pid = t.ticket_id
            """;
    private static final String BY_NUMBER = "WHERE t.number = ?%s ORDER BY t.ticket_id LIMIT 1";
    private static final String BY_ID = "WHERE t.ticket_id = ?%s LIMIT 1";
    private static final String CHILDREN = TablePrefix.named("""
            SELECT c.ticket_id FROM {ticket} c JOIN {ticket_status} s ON s.id = c.status_id
            WHERE c.ticket_pid = ?%s ORDER BY c.ticket_id""");

    private final HelpDeskReads reads;
    private final CurrentStatuses statuses;

    TicketReader(HelpDeskReads reads, CurrentStatuses statuses) {
        this.reads = reads;
        this.statuses = statuses;
    }

    /** A ticket's row; {@code hasChildren} includes those that the caller may not see. */
    private record TicketRow(
            TicketFields fields,
            TicketOwner owner,
            @Nullable String ip,
            long threadId,
            boolean hasChildren) {}

    /**
     * @param number a ticket's number, never its id
     * @param caller sees only its departments, and notes only if it may
     * @return empty if there is no such ticket
     */
    Optional<TicketView> byNumber(String number, Identity caller) {
        return visible(reference -> reads.readByText(
                Optional.empty(), connection -> ticket(connection, BY_NUMBER, number, caller, reference)));
    }

    /** A ticket whose status does not exist is invisible. */
    private Optional<TicketView> visible(Function<Reference, Optional<TicketView>> reading) {
        try {
            return statuses.read(reading);
        } catch (UnknownStatusException e) {
            return Optional.empty();
        }
    }

    /** As {@link #byNumber}; if no ticket has the number and it is all digits, the ticket with this id. */
    Optional<TicketView> byNumberOrId(String text, Identity caller) {
        return visible(reference -> reads.readByText(Optional.empty(), connection -> {
            Optional<TicketView> ticket = ticket(connection, BY_NUMBER, text, caller, reference);
            return ticket.isPresent() || RowId.ofDigits(text).isEmpty()
                    ? ticket
                    : ticket(connection, BY_ID, text, caller, reference);
        }));
    }

    /**
     * The {@link TicketVersion} of the ticket with this number. One statement.
     *
     * @return empty if there is no such ticket
     */
    Optional<String> version(String number, Departments visible) {
        return reads.readByText(
                Optional.empty(), connection -> Optional.ofNullable(TicketVersion.of(connection, number, visible)));
    }

    private static Optional<TicketView> ticket(
            Connection connection, String where, String key, Identity caller, Reference reference) throws SQLException {
        ReferenceNames names = new ReferenceNames(reference);
        Optional<TicketRow> found = TicketAnswers.read(
                reference, answers -> row(connection, where, key, caller.departments(), reference, names, answers));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TicketRow row = found.get();
        List<Long> children = row.hasChildren ? children(connection, row.fields.id(), caller.departments()) : List.of();
        List<ThreadEntryView> thread = ThreadEntryReader.ofThread(connection, row.threadId, caller, names);
        return Optional.of(new TicketView(row.fields, row.owner, row.ip, children, thread));
    }

    private static Optional<TicketRow> row(
            Connection connection,
            String where,
            String key,
            Departments visible,
            Reference reference,
            ReferenceNames names,
            TicketAnswers answers)
            throws SQLException {
        String sql = sql(answers) + where.formatted(VisibilitySql.and("t.dept_id", visible));
        try (PreparedStatement statement = connection.prepareStatement(TablePrefix.named(sql))) {
            int next = answers.bind(statement, 1, reference);
            statement.setString(next, key);
            VisibilitySql.bind(statement, next + 1, visible);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row(row, names)) : Optional.empty();
            }
        }
    }

    /** STRAIGHT_JOIN: the order of the tables is the only sensible one, and the optimizer need not search for it. */
    private static String sql(TicketAnswers answers) {
        return "SELECT STRAIGHT_JOIN " + TicketFields.columns(answers) + COLUMNS + answers.joins();
    }

    private static TicketRow row(ResultSet row, ReferenceNames names) throws SQLException {
        return new TicketRow(
                TicketFields.read(row, names),
                TicketOwner.read(row, names),
                row.getString("ip_address"),
                row.getLong("thread_id"),
                row.getLong("a_child") != 0);
    }

    private static List<Long> children(Connection connection, long ticket, Departments visible) throws SQLException {
        String sql = CHILDREN.formatted(VisibilitySql.and("c.dept_id", visible));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, ticket);
            VisibilitySql.bind(statement, 2, visible);
            try (ResultSet row = statement.executeQuery()) {
                List<Long> children = new ArrayList<>();
                while (row.next()) {
                    children.add(row.getLong(1));
                }
                return children;
            }
        }
    }
}
