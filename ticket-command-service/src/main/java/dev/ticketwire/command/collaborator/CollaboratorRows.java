package dev.ticketwire.command.collaborator;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.osticket.sql.Insert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of new collaborators, written in one statement. */
public final class CollaboratorRows {
    private static final int COPIED = 2;
    private static final int ACTIVE = 1;

    /** Keeps a row that osTicket has written meanwhile. */
    private static final Insert<CollaboratorRow> INSERT = Insert.<CollaboratorRow>into(
                    "{thread_collaborator}",
                    column("flags", row -> COPIED | (row.active ? ACTIVE : 0)),
                    column("thread_id", CollaboratorRow::thread),
                    column("user_id", CollaboratorRow::user),
                    fixed("role", "'M'"),
                    column("created", CollaboratorRow::created),
                    column("updated", CollaboratorRow::created))
            .ignoringDuplicates();

    private final List<CollaboratorRow> rows = new ArrayList<>();
    private final String now;

    private record CollaboratorRow(int thread, int user, boolean active, String created) {}

    /** @param now as the database writes times */
    public CollaboratorRows(String now) {
        this.now = now;
    }

    public void add(int thread, int user, boolean active) {
        rows.add(new CollaboratorRow(thread, user, active, now));
    }

    public void write(Connection connection) throws SQLException {
        INSERT.execute(connection, rows);
    }

    /**
     * Writes the rows of new tickets, which no other writer can see yet.
     *
     * @return the ids of the rows, in their order
     */
    public int[] returning(Connection connection) throws SQLException {
        return INSERT.returning(connection, "id", rows);
    }
}
