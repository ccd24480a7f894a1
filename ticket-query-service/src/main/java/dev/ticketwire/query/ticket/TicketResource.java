package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.read.TicketVersion;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/**
 * {@code GET /tickets/{number}}: by number, else by id, as the plugin does. With {@code versioned=true}, which the
 * gateway sends for its short path, by number alone; the response then has an {@code ETag} made from the {@link
 * TicketVersion}, and {@code If-None-Match} with the current tag is answered with 304 after one statement.
 */
@Path("/tickets/{number}")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
@RunOnVirtualThread
public class TicketResource {
    private final TicketReader tickets;
    private final Caller caller;

    TicketResource(TicketReader tickets, Caller caller) {
        this.tickets = tickets;
        this.caller = caller;
    }

    @GET
    public Response get(
            @PathParam("number") String number, @QueryParam("versioned") boolean versioned, @Context Request request) {
        return versioned
                ? versioned(number, request)
                : Response.ok(tickets.byNumberOrId(number, caller.identity()).orElseThrow(TicketResource::notFound))
                        .build();
    }

    private Response versioned(String number, Request request) {
        // Read before the ticket: if the ticket changes in between, the tag is too old, never too new.
        EntityTag tag = tag(number, caller.identity());
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        if (notModified != null) {
            return notModified.build();
        }
        TicketView ticket = tickets.byNumber(number, caller.identity()).orElseThrow(TicketResource::notFound);
        return Response.ok(ticket).tag(tag).build();
    }

    private EntityTag tag(String number, Identity identity) {
        String version = tickets.version(number, identity.departments()).orElseThrow(TicketResource::notFound);
        return new EntityTag(version + permissionSuffix(identity));
    }

    /** Callers with fewer permissions get another representation, and so another tag; empty for full permissions. */
    private static String permissionSuffix(Identity identity) {
        return identity.departments().areAll() && identity.seesNotes()
                ? ""
                : "-" + Integer.toHexString(Objects.hash(identity.departments().ids(), identity.seesNotes()));
    }

    private static Refused notFound() {
        return Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found");
    }
}
