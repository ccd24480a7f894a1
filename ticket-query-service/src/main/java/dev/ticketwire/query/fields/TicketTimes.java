package dev.ticketwire.query.fields;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's times, see {@link StoredTime}.
 *
 * @param closed null unless the ticket's state is closed
 */
public record TicketTimes(
        @Nullable String created,
        @Nullable String updated,
        @Nullable String due,
        @Nullable String closed) {

    static TicketTimes read(ResultSet row) throws SQLException {
        boolean isClosed = "closed".equals(row.getString("state"));
        return new TicketTimes(
                StoredTime.orNull(row.getString("created")),
                StoredTime.orNull(row.getString("updated")),
                StoredTime.orNull(row.getString("duedate")),
                isClosed ? StoredTime.orNull(row.getString("closed")) : null);
    }
}
