package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;

/** A priority; {@code name} is its description, which tickets show. */
record PriorityView(TicketPriority row) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", row.id).field("name", row.description).field("key", row.tag);
        out.field("urgency", row.urgency).field("isPublic", row.isPublic).end();
    }
}
