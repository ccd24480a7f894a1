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
 * Lets the second of two workers that were given the same mail wait until the first has committed, and then see its entry.
 * osTicket's own table has no unique key on Message-Ids. Nothing of a claim is left behind.
 */
final class MailLocks {
    /** Of no API key: a mail is the same whoever hands it in. */
    private static final Insert<Claim> CLAIM = Insert.<Claim>into(
                    "ticketwire_external_id",
                    fixed("api_key_id", "0"),
                    column("external_id", Claim::messageId),
                    fixed("ticket_id", "0"),
                    column("created", Claim::now))
            .ignoringDuplicates();

    private static final String RELEASE = "DELETE n FROM ticketwire_external_id n FORCE INDEX (PRIMARY)"
            + " WHERE n.api_key_id = 0 AND n.external_id IN :keys";

    private final Set<String> messageIds = new TreeSet<>();

    private record Claim(String messageId, String now) {}

    /** In the order of the ids, so that two workers rarely wait for each other both ways. */
    static MailLocks hold(Connection connection, Collection<String> messageIds, String now) throws SQLException {
        MailLocks claims = new MailLocks();
        messageIds.forEach(id -> claims.messageIds.add(StoredMails.stored(id)));
        CLAIM.execute(
                connection,
                claims.messageIds.stream().map(id -> new Claim(id, now)).toList());
        return claims;
    }

    void release(Connection connection) throws SQLException {
        Statements.change(connection, RELEASE, messageIds);
    }
}
