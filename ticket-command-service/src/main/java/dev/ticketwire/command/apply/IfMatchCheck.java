package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.read.TicketVersion;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code If-Match}: whether the ticket still has a version that the sender named. Locks the ticket's row first,
 * so that the version holds until the command is applied.
 */
final class IfMatchCheck {
    private static final int ILLEGAL_MIX_OF_COLLATIONS = 1267;
    private static final Refusal CHANGED = Refusal.of(
            ProblemCode.PRECONDITION_FAILED, "The ticket has changed since it was read: read it again", "If-Match");
    private static final String LOCK_BY_NUMBER =
            TablePrefix.named("SELECT ticket_id FROM {ticket} WHERE number = ? ORDER BY ticket_id LIMIT 1 FOR UPDATE");

    private IfMatchCheck() {}

    /** @return null if the condition holds, or the ticket does not exist, which the handler refuses */
    static @Nullable Refusal unmet(Connection connection, Received<?> received) throws SQLException {
        String wanted = received.ifMatch();
        if (wanted == null || wanted.equals("*")) {
            return null;
        }
        String ticket = addressed(received.command());
        try {
            lock(connection, ticket);
            String version = TicketVersion.of(connection, ticket, received.departments());
            // A tag may have a suffix behind the version: the caller's view of the ticket.
            return version == null || wanted.contains('"' + version) ? null : CHANGED;
        } catch (SQLException e) {
            if (e.getErrorCode() == ILLEGAL_MIX_OF_COLLATIONS) {
                return null;
            }
            throw e;
        }
    }

    /** A link is sent to the parent. */
    private static String addressed(Command command) {
        return command instanceof LinkTicket link ? link.parent() : command.ticket();
    }

    private static void lock(Connection connection, String number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_BY_NUMBER)) {
            statement.setString(1, number);
            statement.executeQuery().close();
        }
    }
}
