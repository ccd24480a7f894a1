package dev.ticketwire.query.command;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of the inbox.
 *
 * @param apiKeyId of the caller who sent the command; the gateway decides by it who may see the status
 * @param number of the ticket that the command created or addressed, null if there is none
 * @param outcome the published outcome, as JSON
 */
record CommandView(
        String id,
        String state,
        String kind,
        int apiKeyId,
        @Nullable String fingerprint,
        @Nullable String number,
        @JsonRawValue @Nullable String outcome) {

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = "id, state, kind, api_key_id, fingerprint, ticket_number, outcome";

    static CommandView read(ResultSet row) throws SQLException {
        return new CommandView(
                row.getString("id"),
                row.getString("state"),
                row.getString("kind"),
                row.getInt("api_key_id"),
                row.getString("fingerprint"),
                row.getString("ticket_number"),
                row.getString("outcome"));
    }
}
