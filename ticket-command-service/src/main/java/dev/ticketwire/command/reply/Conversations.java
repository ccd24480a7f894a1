package dev.ticketwire.command.reply;

import dev.ticketwire.command.change.Respondents;
import dev.ticketwire.command.change.ThreadIds;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conversations on a wave's tickets, looked up for all of them together. */
public final class Conversations {
    private static final String OWNERS = "SELECT t.ticket_id, 0, u.id, u.name, e.address, 1 FROM {ticket} t"
            + " JOIN {user} u ON u.id = t.user_id LEFT JOIN {user_email} e ON e.id = u.default_email_id"
            + " WHERE t.ticket_id IN :keys";
    private static final String COLLABORATORS = "SELECT c.thread_id, c.id, u.id, u.name, e.address, c.flags"
            + " FROM {thread_collaborator} c JOIN {user} u ON u.id = c.user_id"
            + " LEFT JOIN {user_email} e ON e.id = u.default_email_id"
            + " WHERE c.thread_id IN :keys ORDER BY c.id";
    private static final String LATEST_MESSAGES =
            "SELECT thread_id, MAX(id) FROM {thread_entry} WHERE type = 'M' AND thread_id IN :keys GROUP BY thread_id";

    private static final int ACTIVE = 1;

    private final Map<Integer, Conversation> byTicket = new HashMap<>();

    private Conversations() {}

    /** @param locked the tickets by id */
    public static Conversations find(Connection connection, Map<Integer, TicketRow> locked, Reference reference)
            throws SQLException {
        PersonNames names = new PersonNames(reference);
        Map<Integer, Integer> threads = ThreadIds.of(connection, locked.keySet());
        Map<Integer, Set<Integer>> following = new HashMap<>();
        Map<Integer, List<Participant>> owners =
                participants(connection, OWNERS, locked.keySet(), names, new HashMap<>());
        Map<Integer, List<Participant>> followers =
                participants(connection, COLLABORATORS, threads.values(), names, following);
        Map<Integer, Integer> messages = new HashMap<>();
        Statements.read(
                connection, LATEST_MESSAGES, threads.values(), row -> messages.put(row.getInt(1), row.getInt(2)));
        Respondents respondents = Respondents.find(
                connection,
                locked.values().stream()
                        .filter(row -> isClosed(row, reference))
                        .map(row -> threads.get(row.id()))
                        .filter(Objects::nonNull)
                        .toList());
        Conversations found = new Conversations();
        locked.forEach((id, row) -> {
            int thread = threads.getOrDefault(id, 0);
            List<Participant> owner = owners.getOrDefault(id, List.of());
            found.byTicket.put(
                    id,
                    new Conversation(
                            row,
                            thread,
                            owner.isEmpty() ? null : owner.getFirst(),
                            followers.getOrDefault(thread, List.of()),
                            following.getOrDefault(thread, Set.of()),
                            messages.getOrDefault(thread, 0),
                            respondents.of(thread)));
        });
        return found;
    }

    /** Null if the ticket was not among those looked up. */
    public @Nullable Conversation of(int ticket) {
        return byTicket.get(ticket);
    }

    /** @param users receives all, the active ones and the others */
    private static Map<Integer, List<Participant>> participants(
            Connection connection,
            String sql,
            Collection<Integer> keys,
            PersonNames names,
            Map<Integer, Set<Integer>> users)
            throws SQLException {
        Map<Integer, List<Participant>> found = new HashMap<>();
        Statements.read(connection, sql, keys, row -> {
            users.computeIfAbsent(row.getInt(1), key -> new HashSet<>()).add(row.getInt(3));
            if ((row.getInt(6) & ACTIVE) != 0) {
                found.computeIfAbsent(row.getInt(1), key -> new ArrayList<>()).add(participant(row, names));
            }
        });
        return found;
    }

    private static Participant participant(ResultSet row, PersonNames names) throws SQLException {
        String name = Objects.requireNonNullElse(names.user(row.getString(4)), "");
        return new Participant(row.getInt(3), name, Objects.requireNonNullElse(row.getString(5), ""), row.getInt(2));
    }

    private static boolean isClosed(TicketRow row, Reference reference) {
        TicketStatus status = reference.statuses().get(row.status());
        return status != null && status.isClosed();
    }
}
