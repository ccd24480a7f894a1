package dev.ticketwire.query.ticket;

import dev.ticketwire.query.fields.TicketFields;
import dev.ticketwire.query.fields.TicketOwner;
import dev.ticketwire.query.fields.TicketTimes;
import dev.ticketwire.query.thread.ThreadEntryView;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the plugin's get shows it.
 *
 * @param ip address from which it was opened
 * @param children ids of its subtickets, in ascending order
 * @param thread its entries, oldest first
 */
record TicketView(
        TicketFields ticket, TicketOwner owner, @Nullable String ip, List<Long> children, List<ThreadEntryView> thread)
        implements View {

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject();
        writeFields(out);
        out.field("children").startArray();
        for (long child : children) {
            out.number(child);
        }
        out.end().field("thread").startArray();
        for (ThreadEntryView entry : thread) {
            entry.writeTo(out);
        }
        out.end().end();
    }

    private void writeFields(DocumentWriter out) throws IOException {
        TicketTimes times = ticket.times();
        ticket.writeSubjectAndCategory(out);
        owner.writeTo(out);
        ticket.writeAssignment(out);
        out.field("created", times.created()).field("updated", times.updated());
        out.field("duedate", times.due()).field("closed", times.closed());
        ticket.writeFlags(out);
        out.field("source", ticket.source()).field("ip", ip);
    }
}
