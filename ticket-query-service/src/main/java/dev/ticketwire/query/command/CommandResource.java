package dev.ticketwire.query.command;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.read.InboxRepository;
import dev.ticketwire.osticket.schema.InboxEntry;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * {@code GET /commands/{id}}: a row of the inbox. Whether the caller may see it, the gateway decides by {@code apiKeyId}.
 * {@code number} is null where the command made or found no ticket, {@code outcome} the published outcome.
 */
@Path("/commands/{id}")
@RunOnVirtualThread
public class CommandResource {
    private final InboxRepository inbox;

    CommandResource(InboxRepository inbox) {
        this.inbox = inbox;
    }

    @GET
    public Response get(@PathParam("id") String id) {
        return inbox.lookUp(id)
                .map(entry -> Answers.ok(json(entry)))
                .orElseThrow(() -> Refused.of(ProblemCode.COMMAND_NOT_FOUND, "Command not found"));
    }

    private static Json json(InboxEntry entry) {
        Json json = new Json().object();
        json.name("id").text(entry.id).name("state").text(entry.state);
        json.name("kind").text(entry.kind);
        json.name("apiKeyId").number(entry.apiKeyId);
        json.name("fingerprint").text(entry.fingerprint);
        json.name("number").text(entry.ticketNumber);
        json.name("outcome");
        return (entry.outcome == null ? json.nothing() : json.raw(entry.outcome)).end();
    }
}
