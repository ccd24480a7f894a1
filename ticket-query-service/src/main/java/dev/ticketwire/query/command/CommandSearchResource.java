package dev.ticketwire.query.command;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code GET /commands?id=&bulk=&first=&count=&ticket=&key=&state=&limit=&after=}: commands of the inbox, for the
 * gateway's operators only.
 */
@Path("/commands")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CommandSearchResource {
    private final CommandSearch commands;
    private final Caller caller;

    CommandSearchResource(CommandSearch commands, Caller caller) {
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    public CommandPage search(@Context HttpServerRequest request) {
        if (!caller.identity().equals(Identity.GATEWAY)) {
            throw Refused.of(ProblemCode.NOT_FOUND, "Nothing is served here");
        }
        return commands.page(CommandSearchRequest.parse(request.query()));
    }
}
