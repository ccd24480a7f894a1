package dev.ticketwire.command.create;

import dev.ticketwire.command.user.Requester;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Limits the open tickets of one requester. */
final class OpenTicketLimit {
    private static final String OPEN = " JOIN {ticket_status} s ON s.id = t.status_id AND s.state = 'open'";
    private static final String OWN =
            "SELECT t.user_id AS user_id, t.ticket_id AS ticket_id FROM {ticket} t" + OPEN + " WHERE t.user_id IN ";
    private static final String SHARED = "SELECT c.user_id, t.ticket_id FROM {thread_collaborator} c"
            + " JOIN {thread} h ON h.id = c.thread_id AND h.object_type = 'T'"
            + " JOIN {ticket} t ON t.ticket_id = h.object_id AND t.user_id <> c.user_id" + OPEN
            + " WHERE c.user_id IN ";

    private final int most;
    private final Map<Integer, Integer> open;
    /** Number of tickets opened by this wave. */
    private final Map<Requester, Integer> opened = new HashMap<>();

    private OpenTicketLimit(int most, Map<Integer, Integer> open) {
        this.most = most;
        this.open = open;
    }

    static OpenTicketLimit of(Connection connection, OpenTicketRules rules, List<Integer> users) throws SQLException {
        boolean isUnlimited = rules.mostOpenTickets() == 0 || users.isEmpty();
        return new OpenTicketLimit(
                rules.mostOpenTickets(), isUnlimited ? Map.of() : openTickets(connection, rules, users));
    }

    /** The number of open tickets by user. */
    private static Map<Integer, Integer> openTickets(Connection connection, OpenTicketRules rules, List<Integer> users)
            throws SQLException {
        boolean shared = rules.reference().config().flag("collaborator_ticket_visibility");
        String in = Placeholders.in(users.size());
        String tickets = OWN + in + (shared ? " UNION " + SHARED + in : "");
        String sql = TablePrefix.named("SELECT user_id, COUNT(*) FROM (" + tickets + ") x GROUP BY user_id");
        Map<Integer, Integer> open = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = Placeholders.bind(statement, 1, users);
            Placeholders.bind(statement, next, shared ? users : List.of());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    open.put(rows.getInt(1), rows.getInt(2));
                }
            }
        }
        return open;
    }

    /** Whether the requester has reached the limit. */
    boolean isReachedBy(Requester requester) {
        return most > 0 && open.getOrDefault(requester.id(), 0) + opened.getOrDefault(requester, 0) >= most;
    }

    void count(Requester requester) {
        opened.merge(requester, 1, Integer::sum);
    }
}
