package dev.ticketwire.query.fields;

import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's times as stored, see {@link DatabaseTime}.
 *
 * @param closed null unless the ticket's state is closed
 */
public record TicketTimes(
        @Nullable String created,
        @Nullable String updated,
        @Nullable String due,
        @Nullable String closed) {

    static TicketTimes read(ResultSet row, TicketStatus status) throws SQLException {
        return new TicketTimes(
                DatabaseTime.orNull(row.getString("created")),
                DatabaseTime.orNull(row.getString("updated")),
                DatabaseTime.orNull(row.getString("duedate")),
                status.isClosed() ? DatabaseTime.orNull(row.getString("closed")) : null);
    }
}
