package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Changes that PHP would make: rows of osTicket's tables, past the API. */
final class SqlChanges {
    private final Connection connection;
    private final String prefix;
    private final List<Long> ids = new ArrayList<>();
    private int next;

    /** @throws IllegalStateException if there are fewer tickets than {@code least} */
    SqlChanges(Connection connection, int least) throws SQLException {
        this.connection = connection;
        this.prefix = TicketTables.prefix(connection);
        TicketTables.column(connection, "SELECT ticket_id FROM " + prefix + "ticket ORDER BY ticket_id")
                .forEach(id -> ids.add(Long.valueOf(id)));
        if (ids.size() < least) {
            throw new IllegalStateException(
                    "The benchmark needs " + least + " tickets: ./ticketwire seed --tickets " + least);
        }
    }

    /** Changes one column of the next ticket: one commit, one event. */
    void one() throws SQLException {
        String sql = "UPDATE " + prefix + "ticket SET isanswered = 1 - isanswered WHERE ticket_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, ids.get(next++ % ids.size()));
            statement.executeUpdate();
        }
    }

    /**
     * Gives the next ticket another department, as the panel does: the ticket, then the row that names the agent.
     *
     * @return the ticket's id
     */
    long transfer() throws SQLException {
        long id = ids.get(next++ % ids.size());
        execute("UPDATE " + prefix + "ticket SET dept_id = IF(dept_id = 1, 2, 1), updated = NOW() WHERE ticket_id = "
                + id);
        execute("INSERT INTO " + prefix + "thread_event (thread_id, thread_type, event_id, staff_id, team_id, dept_id,"
                + " topic_id, username, uid, uid_type, annulled, timestamp) SELECT h.id, 'T', e.id, 1, 0, 1, 1, 'agent',"
                + " 1, 'S', 0, NOW() FROM " + prefix + "thread h, " + prefix + "event e WHERE h.object_id = " + id
                + " AND h.object_type = 'T' AND e.name = 'transferred'");
        return id;
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /** Changes one column of {@code rows} rows, {@code size} in a commit; an event each. */
    void many(int rows, int size) throws SQLException {
        String sql = "UPDATE " + prefix
                + "ticket SET isanswered = 1 - isanswered WHERE ticket_id BETWEEN ? AND ? ORDER BY ticket_id LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int done = 0; done < rows; ) {
                int from = next % ids.size();
                int count = Math.min(Math.min(size, rows - done), ids.size() - from);
                statement.setLong(1, ids.get(from));
                statement.setLong(2, ids.get(from + count - 1));
                statement.setInt(3, count);
                int changed = statement.executeUpdate();
                if (changed != count) {
                    throw new SQLException("changed " + changed + " rows instead of " + count);
                }
                next = from + count;
                done += count;
            }
        }
    }
}
