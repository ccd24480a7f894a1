package dev.ticketwire.command.reply;

import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversations on the tickets of a wave. */
public final class Conversations {
    private final Map<Integer, Conversation> byTicket = new HashMap<>();

    private Conversations() {}

    /**
     * Looks up the conversations of all tickets together.
     *
     * @param locked the tickets by id
     */
    public static Conversations find(Connection connection, Map<Integer, TicketRow> locked, Reference reference)
            throws SQLException {
        ConversationReader reader = new ConversationReader(connection, locked.values(), reference);
        Conversations found = new Conversations();
        locked.forEach((id, row) -> found.byTicket.put(id, reader.conversation(row)));
        return found;
    }

    /** Null if the ticket was not among those looked up. */
    public @Nullable Conversation of(int ticket) {
        return byTicket.get(ticket);
    }
}
