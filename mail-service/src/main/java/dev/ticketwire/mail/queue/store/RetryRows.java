package dev.ticketwire.mail.queue.store;

import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** Moves waiting mails in time: at once, later, or never. */
public final class RetryRows {
    /** Of those that wait because an operator wants fewer mails. */
    public static final String HELD_BACK = "held back by a limit";

    private static final String AT_ONCE = "UPDATE ticketwire_mail SET next_attempt = ? WHERE state = 'waiting'"
            + " AND next_attempt > ? AND attempts > 0 AND first_failure IS NULL AND id NOT IN (%s)"
            + " AND mailbox_id IN :keys";
    private static final String HOLD_BACK = "UPDATE ticketwire_mail SET next_attempt = ?, error = '" + HELD_BACK + "'"
            + " WHERE state = 'waiting' AND (claimed_until IS NULL OR claimed_until < ?) AND id IN :keys";
    private static final String GIVE_UP = "UPDATE ticketwire_mail SET state = 'failed', settled = ?,"
            + " error = COALESCE(error, 'no server could be used'), claimed_by = NULL, claimed_until = NULL"
            + " WHERE state = 'waiting' AND (claimed_until IS NULL OR claimed_until < ?)"
            + " AND (resent IS NULL AND created < NOW() - INTERVAL ? SECOND OR resent < ?) AND mailbox_id IN :keys"
            + " ORDER BY mailbox_id, next_attempt LIMIT 500";

    private RetryRows() {}

    /** The server of these mailboxes works again. @param but mails that are perhaps at fault themselves */
    public static int atOnce(Connection connection, Collection<Integer> mailboxes, Collection<Long> but, Instant now)
            throws SQLException {
        String others = but.isEmpty() ? "0" : but.stream().map(String::valueOf).collect(Collectors.joining(","));
        String time = UtcMillis.text(now);
        return Statements.change(connection, AT_ONCE.formatted(others), mailboxes, time, time);
    }

    public static void holdBack(Connection connection, Collection<Long> ids, Instant until, Instant expired)
            throws SQLException {
        Statements.change(connection, HOLD_BACK, ids, UtcMillis.text(until), UtcMillis.text(expired));
    }

    /**
     * Those that wait for too long for a server of these mailboxes, a part of them.
     *
     * @return how many
     */
    public static int giveUp(
            Connection connection, Collection<Integer> mailboxes, Duration after, Instant now, Instant expired)
            throws SQLException {
        return Statements.change(
                connection,
                GIVE_UP,
                mailboxes,
                UtcMillis.text(now),
                UtcMillis.text(expired),
                after.toSeconds(),
                UtcMillis.text(now.minus(after)));
    }
}
