package dev.ticketwire.query.fields;

import dev.ticketwire.rest.render.DocumentWriter;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The user who owns a ticket.
 *
 * @param id null, as all of it, if the user does not exist
 * @param name in the help desk's format
 */
public record TicketOwner(
        @Nullable Integer id,
        @Nullable String name,
        @Nullable String email) {

    /** The columns that {@link #read} needs, of {@link #JOINS}. */
    public static final String COLUMNS = "u.id AS user_id, u.name AS user_name, e.address AS user_email";

    /** The owner and the default address of ticket {@code t}. */
    public static final String JOINS = """
              LEFT JOIN {user} u ON u.id = t.user_id
              LEFT JOIN {user_email} e ON e.id = u.default_email_id
            """;

    /** Reads the current row of a statement that selects {@link #COLUMNS}. */
    public static TicketOwner read(ResultSet row, ReferenceNames names) throws SQLException {
        int id = row.getInt("user_id");
        return new TicketOwner(
                id == 0 ? null : id, names.user(row.getString("user_name")), row.getString("user_email"));
    }

    /** Writes the fields {@code userId} and {@code user} of an object. */
    public void writeTo(DocumentWriter out) throws IOException {
        out.nullableField("userId", id);
        out.field("user")
                .startObject()
                .field("name", name)
                .field("email", email)
                .end();
    }
}
