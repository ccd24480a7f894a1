package dev.ticketwire.command.collaborator;

import dev.ticketwire.osticket.sql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;

/** Rows of those who follow tickets; of a wave, in one statement. */
public final class CollaboratorRows {
    /** One that osTicket wrote meanwhile stays as it is. */
    private static final RowInsert ROW = new RowInsert(
            "INSERT IGNORE INTO {thread_collaborator} (flags, thread_id, user_id, role, created, updated)",
            "(?,?,?,'M',?,?)");

    private static final int COPIED = 2;
    private static final int ACTIVE = 1;

    private final RowInsert rows = ROW.fresh();
    private final String now;

    /** @param now as the database writes times */
    public CollaboratorRows(String now) {
        this.now = now;
    }

    public void add(int thread, int user, boolean active) {
        rows.add(COPIED | (active ? ACTIVE : 0), thread, user, now, now);
    }

    public void write(Connection connection) throws SQLException {
        rows.execute(connection);
    }

    /**
     * Writes them where no other writer can know the tickets.
     *
     * @return the ids of the rows, in their order
     */
    public int[] returning(Connection connection) throws SQLException {
        return rows.returning(connection, "id");
    }
}
