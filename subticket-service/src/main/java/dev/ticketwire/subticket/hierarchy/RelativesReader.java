package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.rest.render.ListView;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads parents and children of a ticket by its number, never by its id. Two statements each. A ticket whose status
 * does not exist is not found; of two tickets with the same number, the older one is.
 */
@ApplicationScoped
class RelativesReader {
    private static final String TICKET = TablePrefix.named("""
            SELECT STRAIGHT_JOIN t.ticket_id, COALESCE(t.ticket_pid, 0)
            FROM {ticket} t JOIN {ticket_status} s ON s.id = t.status_id
            WHERE t.number = ?%s ORDER BY t.ticket_id LIMIT 1""");
    private static final String RELATIVE = TablePrefix.named("SELECT " + RelativeView.COLUMNS + """
             FROM {ticket} t
              LEFT JOIN {ticket_status} s ON s.id = t.status_id
              LEFT JOIN {ticket__cdata} c ON c.ticket_id = t.ticket_id
            """);
    private static final String BY_ID = RELATIVE + "WHERE t.ticket_id = ?%s";
    private static final String BY_PARENT = RELATIVE + "WHERE t.ticket_pid = ?%s ORDER BY t.created, t.ticket_id";

    private final HelpDeskReads reads;

    RelativesReader(HelpDeskReads reads) {
        this.reads = reads;
    }

    /**
     * The parent of ticket {@code number}.
     *
     * @param visible the departments whose tickets the caller may see
     * @return empty if there is no such ticket
     */
    Optional<ParentView> parentOf(String number, Departments visible) {
        return reads.readByText(Optional.empty(), connection -> {
            Optional<TicketIds> child = ticket(connection, number, visible);
            return child.isEmpty()
                    ? Optional.empty()
                    : Optional.of(parent(connection, child.get().parentId(), visible));
        });
    }

    /**
     * The children of ticket {@code number}.
     *
     * @param visible the departments whose tickets the caller may see
     * @return empty if there is no such ticket
     */
    Optional<ChildrenView> childrenOf(String number, Departments visible) {
        return reads.readByText(Optional.empty(), connection -> {
            Optional<TicketIds> parent = ticket(connection, number, visible);
            return parent.isEmpty()
                    ? Optional.empty()
                    : Optional.of(children(connection, parent.get().id(), visible));
        });
    }

    /** {@code parentId} is 0 without a parent. */
    private record TicketIds(long id, long parentId) {}

    private static Optional<TicketIds> ticket(Connection connection, String number, Departments visible)
            throws SQLException {
        String sql = TICKET.formatted(VisibilitySql.and("t.dept_id", visible));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            VisibilitySql.bind(statement, 2, visible);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new TicketIds(row.getLong(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    private static ParentView parent(Connection connection, long id, Departments visible) throws SQLException {
        List<RelativeView> parent = relatives(connection, BY_ID, id, visible);
        return new ParentView(parent.isEmpty() ? null : parent.getFirst());
    }

    private static ChildrenView children(Connection connection, long id, Departments visible) throws SQLException {
        return new ChildrenView(new ListView<>(relatives(connection, BY_PARENT, id, visible).stream()
                .map(RelativeView::withDefaults)
                .toList()));
    }

    private static List<RelativeView> relatives(Connection connection, String template, long id, Departments visible)
            throws SQLException {
        String sql = template.formatted(VisibilitySql.and("t.dept_id", visible));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            VisibilitySql.bind(statement, 2, visible);
            try (ResultSet row = statement.executeQuery()) {
                List<RelativeView> relatives = new ArrayList<>();
                while (row.next()) {
                    relatives.add(RelativeView.read(row));
                }
                return relatives;
            }
        }
    }
}
