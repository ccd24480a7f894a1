package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A parent or child.
 *
 * @param subject null if the ticket has no custom data
 * @param status the name of its status, null if the status does not exist
 */
record RelativeView(
        long id,
        @Nullable String number,
        @Nullable String subject,
        @Nullable String status) implements View {

    /** The columns that {@link #read} needs, in its order. */
    static final String COLUMNS = "t.ticket_id, t.number, c.subject, s.name";

    static RelativeView read(ResultSet row) throws SQLException {
        return new RelativeView(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }

    /** The same with default texts instead of nulls, as the plugin shows children. */
    RelativeView withDefaults() {
        return new RelativeView(id, number, subject == null ? "" : subject, status == null ? "Unknown" : status);
    }

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("ticket_id", id).field("number", number);
        out.field("subject", subject).field("status", status).end();
    }
}
