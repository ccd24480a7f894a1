package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;

/** A team of agents. */
record TeamView(Team row) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", row.id).field("name", row.name);
        out.field("isActive", row.isEnabled()).end();
    }
}
