package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An agent.
 *
 * @param name in the help desk's format for agents
 * @param departmentId null if the department does not exist
 */
record AgentView(Staff row, String name, @Nullable Integer departmentId) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", row.id).field("name", name);
        out.field("username", row.username).field("email", row.email);
        out.nullableField("departmentId", departmentId);
        out.field("isActive", row.isActive).field("onVacation", row.onVacation).end();
    }
}
