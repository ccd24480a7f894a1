package dev.ticketwire.command.mail;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Locks on Message-Ids. Of two workers that were given the same mail, the second waits until the first has committed,
 * and then finds its entry. osTicket's own table has no unique key on Message-Ids. The locks leave no rows behind.
 */
final class MailLocks {
    /** Under API key 0, because a mail is the same whichever key sends it. */
    private static final Insert<LockRow> LOCK = Insert.<LockRow>into(
                    "ticketwire_external_id",
                    fixed("api_key_id", "0"),
                    column("external_id", LockRow::messageId),
                    fixed("ticket_id", "0"),
                    column("created", LockRow::created))
            .ignoringDuplicates();

    private static final String RELEASE = "DELETE n FROM ticketwire_external_id n FORCE INDEX (PRIMARY)"
            + " WHERE n.api_key_id = 0 AND n.external_id IN :keys";

    /** As stored, sorted: workers that lock in the same order rarely deadlock. */
    private final Set<String> messageIds = new TreeSet<>();

    private record LockRow(String messageId, String created) {}

    private MailLocks(Collection<String> messageIds) {
        messageIds.forEach(id -> this.messageIds.add(StoredMails.stored(id)));
    }

    static MailLocks acquire(Connection connection, Collection<String> messageIds, String now) throws SQLException {
        MailLocks locks = new MailLocks(messageIds);
        LOCK.execute(
                connection,
                locks.messageIds.stream().map(id -> new LockRow(id, now)).toList());
        return locks;
    }

    void release(Connection connection) throws SQLException {
        Statements.change(connection, RELEASE, messageIds);
    }
}
