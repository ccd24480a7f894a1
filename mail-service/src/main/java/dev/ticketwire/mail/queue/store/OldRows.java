package dev.ticketwire.mail.queue.store;

import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Forgets mails that were settled long ago. */
public final class OldRows {
    private static final int MOST = 500;
    private static final String OLD = "SELECT id FROM ticketwire_mail WHERE settled < ? AND state <> 'waiting'"
            + " ORDER BY settled LIMIT " + MOST;
    private static final String DELETE = "DELETE FROM ticketwire_mail WHERE state <> 'waiting' AND id IN :keys";

    private OldRows() {}

    /** @return whether there may be more */
    public static boolean deleteSettledBefore(Connection connection, Instant time) throws SQLException {
        List<Long> ids = Statements.list(connection, OLD, row -> row.getLong(1), UtcMillis.text(time));
        TextRows.delete(connection, ids);
        Statements.change(connection, DELETE, ids);
        return ids.size() == MOST;
    }
}
