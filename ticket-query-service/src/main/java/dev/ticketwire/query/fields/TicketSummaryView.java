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
        TicketTimes times = ticket.times();
        ticket.writeSubjectAndCategory(out);
        out.field("created", times.created()).field("updated", times.updated()).field("dueDate", times.due());
        ticket.writeAssignment(out);
        ticket.writeFlags(out);
    }
}
