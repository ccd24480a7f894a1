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

/** Reads the rows of conversations for many tickets together: one statement for each kind of row. */
final class ConversationReader {
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

    private final PersonNames names;
    private final Map<Integer, Integer> threads;
    private final Map<Integer, Participant> owners = new HashMap<>();
    private final Map<Integer, List<Participant>> collaborators = new HashMap<>();
    private final Map<Integer, Set<Integer>> users = new HashMap<>();
    private final Map<Integer, Integer> latestMessages = new HashMap<>();
    private final Respondents respondents;

    /** Reads everything. */
    ConversationReader(Connection connection, Collection<TicketRow> tickets, Reference reference) throws SQLException {
        this.names = new PersonNames(reference);
        List<Integer> ids = tickets.stream().map(TicketRow::id).toList();
        this.threads = ThreadIds.of(connection, ids);
        Statements.read(connection, OWNERS, ids, row -> owners.putIfAbsent(row.getInt(1), participant(row)));
        Statements.read(connection, COLLABORATORS, threads.values(), this::addCollaborator);
        Statements.read(
                connection, LATEST_MESSAGES, threads.values(), row -> latestMessages.put(row.getInt(1), row.getInt(2)));
        this.respondents = Respondents.find(connection, closedThreads(tickets, reference));
    }

    /** Only a closed ticket is reopened, so only its respondent is needed. */
    private List<Integer> closedThreads(Collection<TicketRow> tickets, Reference reference) {
        return tickets.stream()
                .filter(row -> isClosed(row, reference))
                .map(row -> threads.get(row.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    Conversation conversation(TicketRow row) {
        int thread = threads.getOrDefault(row.id(), 0);
        Conversation.Participants participants = new Conversation.Participants(
                owners.get(row.id()),
                collaborators.getOrDefault(thread, List.of()),
                users.getOrDefault(thread, Set.of()));
        int latestMessage = latestMessages.getOrDefault(thread, 0);
        return new Conversation(row, thread, participants, latestMessage, respondents.of(thread));
    }

    private void addCollaborator(ResultSet row) throws SQLException {
        int thread = row.getInt(1);
        users.computeIfAbsent(thread, key -> new HashSet<>()).add(row.getInt(3));
        if ((row.getInt(6) & ACTIVE) != 0) {
            collaborators.computeIfAbsent(thread, key -> new ArrayList<>()).add(participant(row));
        }
    }

    private Participant participant(ResultSet row) throws SQLException {
        String name = Objects.requireNonNullElse(names.user(row.getString(4)), "");
        return new Participant(row.getInt(3), name, Objects.requireNonNullElse(row.getString(5), ""), row.getInt(2));
    }

    private static boolean isClosed(TicketRow row, Reference reference) {
        TicketStatus status = reference.statuses().get(row.status());
        return status != null && status.isClosed();
    }
}
