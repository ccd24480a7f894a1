package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.Visible;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parents and children of a ticket addressed by its number; ids do not count. Two statements each. A ticket whose status
 * does not exist cannot be addressed; of two with the same number the older one is.
 */
@ApplicationScoped
class RelativesReader {
    private static final String ADDRESSED = TablePrefix.named("""
            SELECT STRAIGHT_JOIN t.ticket_id, COALESCE(t.ticket_pid, 0)
            FROM {ticket} t JOIN {ticket_status} s ON s.id = t.status_id
            WHERE t.number = ?%s ORDER BY t.ticket_id LIMIT 1""");
    private static final String RELATIVE = TablePrefix.named("SELECT " + Relative.COLUMNS + """
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
     * The parent of ticket {@code number}: none, or one.
     *
     * @param visible whose tickets the caller may see
     * @return empty if there is no such ticket; without element if it has no parent or the parent is gone
     */
    Optional<List<Relative>> parentOf(String number, Departments visible) {
        return reads.readByText(Optional.empty(), connection -> {
            Optional<Addressed> child = addressed(connection, number, visible);
            return child.isEmpty()
                    ? Optional.empty()
                    : Optional.of(relatives(connection, BY_ID, child.get().parentId(), visible));
        });
    }

    /**
     * The children of ticket {@code number}, oldest first.
     *
     * @param visible whose tickets the caller may see
     * @return empty if there is no such ticket
     */
    Optional<List<Relative>> childrenOf(String number, Departments visible) {
        return reads.readByText(Optional.empty(), connection -> {
            Optional<Addressed> parent = addressed(connection, number, visible);
            return parent.isEmpty()
                    ? Optional.empty()
                    : Optional.of(relatives(connection, BY_PARENT, parent.get().id(), visible));
        });
    }

    /** {@code parentId} is 0 without parent. */
    private record Addressed(long id, long parentId) {}

    private static Optional<Addressed> addressed(Connection connection, String number, Departments visible)
            throws SQLException {
        String sql = ADDRESSED.formatted(Visible.and("t.dept_id", visible));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            Visible.bind(statement, 2, visible);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Addressed(row.getLong(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    private static List<Relative> relatives(Connection connection, String template, long id, Departments visible)
            throws SQLException {
        String sql = template.formatted(Visible.and("t.dept_id", visible));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            Visible.bind(statement, 2, visible);
            try (ResultSet row = statement.executeQuery()) {
                List<Relative> relatives = new ArrayList<>();
                while (row.next()) {
                    relatives.add(Relative.of(row));
                }
                return relatives;
            }
        }
    }
}
