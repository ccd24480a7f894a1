package dev.ticketwire.query.command;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /commands/{id}/items?count=N}: the rows that the inbox has of a bulk's N items, in no order, each with its
 * {@code index} and published {@code outcome}. An item without a row has not been handled yet.
 */
@Path("/commands/{id}/items")
@RunOnVirtualThread
public class BulkResource {
    private static final int MOST = 65_535;
    private static final String COMMANDS = "SELECT id, outcome FROM ticketwire_command WHERE id IN (?";

    private final HelpDeskReads reads;

    BulkResource(HelpDeskReads reads) {
        this.reads = reads;
    }

    @GET
    public Response get(@PathParam("id") String id, @QueryParam("count") int count) {
        UUID bulk = uuid(id);
        if (bulk == null || count < 1 || count > MOST) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "A bulk has an id, and 1 to " + MOST + " items");
        }
        return Answers.ok(reads.read(connection -> items(connection, bulk, count)));
    }

    private static Json items(Connection connection, UUID bulk, int count) throws SQLException {
        Map<String, Integer> indexes = new HashMap<>();
        String sql = COMMANDS + ", ?".repeat(count - 1) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                String item = BulkId.item(bulk, i).toString();
                indexes.put(item, i);
                statement.setString(i + 1, item);
            }
            try (ResultSet row = statement.executeQuery()) {
                Json json = new Json().list();
                while (row.next()) {
                    Integer index = indexes.get(row.getString("id"));
                    String outcome = row.getString("outcome");
                    if (index != null && outcome != null) {
                        json.object()
                                .name("index")
                                .number(index)
                                .name("outcome")
                                .raw(outcome);
                        json.end();
                    }
                }
                return json.end();
            }
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
