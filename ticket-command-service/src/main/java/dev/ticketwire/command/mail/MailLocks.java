package dev.ticketwire.command.mail;

import dev.ticketwire.osticket.sql.RowInsert;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets the second of two workers that were given the same mail wait until the first has committed, and then see its entry.
 * osTicket's own table has no unique key on Message-Ids. Nothing of a claim is left behind.
 */
final class MailLocks {
    /** Of no API key: a mail is the same whoever hands it in. */
    private static final RowInsert CLAIM = new RowInsert(
            "INSERT IGNORE INTO ticketwire_external_id (api_key_id, external_id, ticket_id, created)", "(0,?,0,?)");

    private static final String RELEASE = "DELETE n FROM ticketwire_external_id n FORCE INDEX (PRIMARY)"
            + " WHERE n.api_key_id = 0 AND n.external_id IN :keys";

    private final Set<String> messageIds = new TreeSet<>();

    /** In the order of the ids, so that two workers rarely wait for each other both ways. */
    static MailLocks hold(Connection connection, Collection<String> messageIds, String now) throws SQLException {
        MailLocks claims = new MailLocks();
        messageIds.forEach(id -> claims.messageIds.add(StoredMails.stored(id)));
        RowInsert rows = CLAIM.fresh();
        claims.messageIds.forEach(id -> rows.add(id, now));
        rows.execute(connection);
        return claims;
    }

    void release(Connection connection) throws SQLException {
        Statements.change(connection, RELEASE, messageIds);
    }
}
