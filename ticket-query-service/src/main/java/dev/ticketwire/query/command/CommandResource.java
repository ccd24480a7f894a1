package dev.ticketwire.query.command;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /commands/{id}}: a row of the inbox, for the gateway, which decides who may see it. */
@Path("/commands/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CommandResource {
    private final CommandReader commands;

    CommandResource(CommandReader commands) {
        this.commands = commands;
    }

    @GET
    public CommandView get(@PathParam("id") String id) {
        return commands.find(id).orElseThrow(() -> Refused.of(ProblemCode.COMMAND_NOT_FOUND, "Command not found"));
    }
}
