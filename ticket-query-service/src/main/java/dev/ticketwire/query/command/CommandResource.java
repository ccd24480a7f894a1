package dev.ticketwire.query.command;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * {@code GET /commands/{id}}: a row of the inbox. Whether the caller may see it, the gateway decides by {@code apiKeyId}.
 * {@code number} is null where the command made or found no ticket, {@code outcome} the published outcome.
 */
@Path("/commands/{id}")
@RunOnVirtualThread
public class CommandResource {
    private static final String COMMAND =
            "SELECT id, state, kind, api_key_id, fingerprint, ticket_number, outcome FROM ticketwire_command WHERE id = ?";

    private final HelpDeskReads reads;

    CommandResource(HelpDeskReads reads) {
        this.reads = reads;
    }

    @GET
    public Response get(@PathParam("id") String id) {
        return reads.read(connection -> command(connection, id))
                .map(Answers::ok)
                .orElseThrow(() -> Refused.of(ProblemCode.COMMAND_NOT_FOUND, "Command not found"));
    }

    private static Optional<Json> command(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMMAND)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(command(row)) : Optional.empty();
            }
        }
    }

    private static Json command(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        Json json = new Json().object();
        json.name("id").text(row.getString("id")).name("state").text(row.getString("state"));
        json.name("kind").text(row.getString("kind"));
        json.name("apiKeyId").number(row.getInt("api_key_id"));
        json.name("fingerprint").text(row.getString("fingerprint"));
        json.name("number").text(row.getString("ticket_number"));
        json.name("outcome");
        return (outcome == null ? json.nothing() : json.raw(outcome)).end();
    }
}
