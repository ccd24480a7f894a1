package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;

/** An SLA plan. */
record ServiceLevelView(ServiceLevel row) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", row.id).field("name", row.name);
        out.field("graceHours", row.gracePeriod)
                .field("isActive", row.isActive())
                .end();
    }
}
