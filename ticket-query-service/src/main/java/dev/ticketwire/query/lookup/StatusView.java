package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;

/** A ticket status. */
record StatusView(TicketStatus row) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", row.id).field("name", row.name);
        out.field("state", row.state).end();
    }
}
