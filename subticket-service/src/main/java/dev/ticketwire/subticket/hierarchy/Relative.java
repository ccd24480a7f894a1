package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.rest.Form;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A parent or child.
 *
 * @param subject null if the ticket has no custom data
 * @param status the status' name, null if the ticket's status does not exist
 */
record Relative(
        long id,
        @Nullable String number,
        @Nullable String subject,
        @Nullable String status) {

    /** What {@link #of} reads. */
    static final String COLUMNS = "t.ticket_id, t.number, c.subject, s.name";

    static Relative of(ResultSet row) throws SQLException {
        return new Relative(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }

    /** The same with a text where a child has none. */
    Relative withoutNulls() {
        return new Relative(id, number, subject == null ? "" : subject, status == null ? "Unknown" : status);
    }

    void write(Form form) {
        form.object().name("ticket_id").number(id).name("number").text(number);
        form.name("subject").text(subject).name("status").text(status).end();
    }
}
