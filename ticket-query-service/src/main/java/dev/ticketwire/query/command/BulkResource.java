package dev.ticketwire.query.command;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /commands/{id}/items?count=N}: the outcomes of a bulk's N items, in no order, for the gateway. An item
 * that has not been handled yet is missing.
 */
@Path("/commands/{id}/items")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BulkResource {
    /** The most parameters of a prepared statement. */
    private static final int MAX_ITEMS = 65_535;

    private final CommandReader commands;

    BulkResource(CommandReader commands) {
        this.commands = commands;
    }

    @GET
    public List<BulkItemView> get(@PathParam("id") String id, @QueryParam("count") int count) {
        UUID bulk = uuid(id);
        if (bulk == null || count < 1 || count > MAX_ITEMS) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "A bulk has an id, and 1 to " + MAX_ITEMS + " items");
        }
        return commands.items(bulk, count);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
