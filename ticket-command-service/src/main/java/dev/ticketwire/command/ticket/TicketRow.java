package dev.ticketwire.command.ticket;

import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's row as read when it was locked.
 *
 * @param parent internal id, 0 for none; the parent may be gone
 * @param number public number
 * @param status and department, service level, topic, staff, team: ids, 0 for none
 * @param flags 1 combined, 2 separate, 8 linked, 0x10 parent
 */
public record TicketRow(
        int id,
        int parent,
        String number,
        int status,
        int department,
        int serviceLevel,
        int topic,
        int staff,
        int team,
        int flags,
        boolean overdue,
        boolean answered,
        @Nullable LocalDateTime dueDate,
        @Nullable LocalDateTime estimatedDueDate,
        @Nullable LocalDateTime reopened,
        @Nullable LocalDateTime closed,
        @Nullable LocalDateTime lastUpdate,
        @Nullable LocalDateTime created) {

    private static final String SELECT = "SELECT ticket_id, ticket_pid, number, status_id, dept_id, sla_id, topic_id,"
            + " staff_id, team_id, flags, isoverdue, isanswered, duedate, est_duedate, reopened, closed, lastupdate,"
            + " created FROM {ticket} WHERE ticket_id IN :keys";

    /** Flag: parent of tickets that osTicket's core merged or linked. */
    public static final int PARENT = 0x10;
    /**
     * Flags of tickets that osTicket's core merged or linked, children and parents: combined, separate, linked, parent.
     */
    public static final int FAMILY = 0x1 | 0x2 | 0x8 | PARENT;

    /** Whether osTicket's core merged or linked other tickets into it. */
    public boolean isCoreParent() {
        return (flags & PARENT) != 0;
    }

    /**
     * Locks tickets in ascending id until the transaction ends.
     *
     * @return those that still exist, by id
     */
    public static Map<Integer, TicketRow> lock(Connection connection, Collection<Integer> ids) throws SQLException {
        return rows(connection, ids, " ORDER BY ticket_id FOR UPDATE");
    }

    /** Reads tickets again that are locked already. */
    public static Map<Integer, TicketRow> again(Connection connection, Collection<Integer> ids) throws SQLException {
        return rows(connection, ids, "");
    }

    private static Map<Integer, TicketRow> rows(Connection connection, Collection<Integer> ids, String tail)
            throws SQLException {
        Map<Integer, TicketRow> rows = new HashMap<>();
        Statements.read(connection, SELECT + tail, new TreeSet<>(ids), row -> rows.put(row.getInt(1), of(row)));
        return rows;
    }

    private static TicketRow of(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return new TicketRow(
                row.getInt("ticket_id"),
                row.getInt("ticket_pid"),
                number == null ? "" : number,
                row.getInt("status_id"),
                row.getInt("dept_id"),
                row.getInt("sla_id"),
                row.getInt("topic_id"),
                row.getInt("staff_id"),
                row.getInt("team_id"),
                row.getInt("flags"),
                row.getInt("isoverdue") != 0,
                row.getInt("isanswered") != 0,
                DatabaseTime.parse(row.getString("duedate")),
                DatabaseTime.parse(row.getString("est_duedate")),
                DatabaseTime.parse(row.getString("reopened")),
                DatabaseTime.parse(row.getString("closed")),
                DatabaseTime.parse(row.getString("lastupdate")),
                DatabaseTime.parse(row.getString("created")));
    }
}
