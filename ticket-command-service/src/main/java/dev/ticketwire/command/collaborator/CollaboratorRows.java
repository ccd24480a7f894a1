package dev.ticketwire.command.collaborator;

import dev.ticketwire.command.sql.Collation;
import dev.ticketwire.command.sql.RowInsert;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Addresses of those who must not be active, by {@link Collation#key}: agents, where the help desk is set so. */
    public static Set<String> inactive(Reference reference) {
        return reference.config().flag("disable_agent_collabs")
                ? reference.staff().all().stream()
                        .filter(agent -> agent.email != null)
                        .map(agent -> Collation.key(Objects.requireNonNullElse(agent.email, "")))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
