package dev.ticketwire.command.subticket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The JSON answers to links: success, parent and child. */
final class LinkAnswers {
    private static final String SUBJECTS = "SELECT ticket_id, subject FROM {ticket__cdata} WHERE ticket_id IN :keys";

    private final Map<Integer, String> subjects = new HashMap<>();
    private final Reference reference;

    private LinkAnswers(Reference reference) {
        this.reference = reference;
    }

    static LinkAnswers of(Connection connection, Collection<Integer> tickets, Reference reference) throws SQLException {
        LinkAnswers answers = new LinkAnswers(reference);
        Statements.read(connection, SUBJECTS, tickets, row -> {
            String subject = row.getString(2);
            answers.subjects.put(row.getInt(1), subject == null ? "" : subject);
        });
        return answers;
    }

    /** The beginning of every answer. */
    static ObjectNode success(String message) {
        return JsonNodeFactory.instance.objectNode().put("success", true).put("message", message);
    }

    ObjectNode ticket(TicketRow ticket) {
        TicketStatus status = reference.statuses().get(ticket.status());
        return JsonNodeFactory.instance
                .objectNode()
                .put("ticket_id", ticket.id())
                .put("number", ticket.number())
                .put("subject", subjects.getOrDefault(ticket.id(), ""))
                .put("status", status == null ? "Unknown" : status.name);
    }
}
