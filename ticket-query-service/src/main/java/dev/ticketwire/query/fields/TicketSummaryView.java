package dev.ticketwire.query.fields;

import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;

/** A ticket as the plugin's search shows it. */
public record TicketSummaryView(TicketFields ticket) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        writeFields(out.startObject());
        out.end();
    }

    /** Writes the fields of an object, which may have more. */
    public void writeFields(DocumentWriter out) throws IOException {
        TicketReferences references = ticket.references();
        TicketTimes times = ticket.times();
        out.field("id", ticket.id()).field("number", ticket.number()).field("subject", ticket.subject());
        references.status().writeTo(out, "statusId", "status");
        references.priority().writeTo(out, "priorityId", "priority");
        references.department().writeTo(out, "departmentId", "department");
        references.topic().writeTo(out, "topicId", "topic");
        out.field("created", times.created()).field("updated", times.updated()).field("dueDate", times.due());
        references.agent().writeTo(out, "staffId", "staff");
        references.team().writeTo(out, "teamId", "team");
        references.serviceLevel().writeTo(out, "slaId", "sla");
        out.field("isOverdue", ticket.isOverdue()).field("isAnswered", ticket.isAnswered());
    }
}
