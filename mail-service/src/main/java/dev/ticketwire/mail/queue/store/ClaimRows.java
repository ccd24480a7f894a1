package dev.ticketwire.mail.queue.store;

import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes mails into the hands of a process, and keeps or releases them. */
public final class ClaimRows {
    private static final String TAKE = "UPDATE ticketwire_mail SET claimed_by = ?, claimed_until = ?"
            + " WHERE state = 'waiting' AND (claimed_until IS NULL OR claimed_until < ?) AND id IN :keys";
    private static final String RENEW = "UPDATE ticketwire_mail SET claimed_until = ?"
            + " WHERE state = 'waiting' AND claimed_by = ? AND id IN :keys";
    private static final String RELEASE = "UPDATE ticketwire_mail SET claimed_by = NULL, claimed_until = NULL"
            + " WHERE state = 'waiting' AND claimed_by = ? AND id IN :keys";
    private static final String OWNERS =
            "SELECT id, claimed_by FROM ticketwire_mail WHERE state = 'waiting' AND id IN :keys";
    /** Skips those that another process just claims. */
    private static final String FREE =
            "SELECT id FROM ticketwire_mail WHERE state = 'waiting' AND id IN :keys" + " FOR UPDATE SKIP LOCKED";

    private ClaimRows() {}

    /** @return those of {@code ids} that are the process's now */
    public static Set<Long> take(
            Connection connection, String process, Instant until, Instant expired, Collection<Long> ids)
            throws SQLException {
        Set<Long> free = new HashSet<>();
        Statements.read(connection, FREE, ids, row -> free.add(row.getLong(1)));
        int taken = Statements.change(connection, TAKE, free, process, UtcMillis.text(until), UtcMillis.text(expired));
        return taken == free.size() ? free : own(connection, process, free);
    }

    /** @return those that are the process's still */
    public static Set<Long> renew(Connection connection, String process, Instant until, Collection<Long> ids)
            throws SQLException {
        int renewed = Statements.change(connection, RENEW, ids, UtcMillis.text(until), process);
        return renewed == ids.size() ? new HashSet<>(ids) : own(connection, process, ids);
    }

    public static void release(Connection connection, String process, List<Long> ids) throws SQLException {
        Statements.change(connection, RELEASE, ids, process);
    }

    private static Set<Long> own(Connection connection, String process, Collection<Long> ids) throws SQLException {
        Set<Long> own = new HashSet<>();
        Statements.read(connection, OWNERS, ids, row -> {
            if (process.equals(row.getString(2))) {
                own.add(row.getLong(1));
            }
        });
        return own;
    }
}
