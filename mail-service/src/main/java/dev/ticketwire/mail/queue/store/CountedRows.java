package dev.ticketwire.mail.queue.store;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;

/** How many mails are in which state. */
public final class CountedRows {
    private static final String WAITING =
            "SELECT COUNT(*), COALESCE(MIN(id), 0) FROM ticketwire_mail" + " WHERE state = 'waiting'";
    private static final String AGE =
            "SELECT GREATEST(0, TIMESTAMPDIFF(SECOND, created, NOW())) FROM ticketwire_mail WHERE id = ?";
    private static final String FAILED = "SELECT COUNT(*) FROM ticketwire_mail WHERE state = 'failed'";
    private static final String HELD_BACK = "SELECT COUNT(*) FROM ticketwire_mail WHERE state = 'waiting'"
            + " AND error = '" + RetryRows.HELD_BACK + "'";

    private CountedRows() {}

    /** @param oldestSeconds age of the first one decided; 0 if none waits */
    public record Counts(long waiting, long oldestSeconds, long failed, long heldBack) {}

    /** @param withHeldBack reads all that wait; else none is counted as held back */
    public static Counts read(Connection connection, boolean withHeldBack) throws SQLException {
        long[] waiting = Statements.first(connection, WAITING, row -> new long[] {row.getLong(1), row.getLong(2)})
                .orElseThrow();
        return new Counts(
                waiting[0],
                waiting[0] == 0 ? 0 : number(connection, AGE, waiting[1]),
                number(connection, FAILED),
                withHeldBack ? number(connection, HELD_BACK) : 0);
    }

    private static long number(Connection connection, String sql, Object... values) throws SQLException {
        return Statements.first(connection, sql, row -> row.getLong(1), values).orElse(0L);
    }
}
