package dev.ticketwire.query.list;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.query.fields.CurrentStatuses;
import dev.ticketwire.rest.render.ListView;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * {@code GET /tickets}: tickets by any {@link dev.ticketwire.osticket.filter.TicketFilter}, page by page. Headers:
 * {@code Link} leads to the next page; {@code X-Total-Count}, with {@code total=true}, is the number of all tickets
 * that match; {@code Updated-Until} is the time from which on to ask for later changes.
 */
@Path("/tickets")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
@RunOnVirtualThread
public class TicketListResource {
    private static final String PATH = "/tickets";

    private final TicketListReader tickets;
    private final CurrentStatuses statuses;
    private final Caller caller;

    TicketListResource(TicketListReader tickets, CurrentStatuses statuses, Caller caller) {
        this.tickets = tickets;
        this.statuses = statuses;
        this.caller = caller;
    }

    @GET
    public Response list(@Context HttpServerRequest httpRequest) {
        return statuses.read(reference -> list(httpRequest, reference));
    }

    private Response list(HttpServerRequest httpRequest, Reference reference) {
        TicketListRequest request = TicketListRequest.parse(httpRequest.query(), caller.identity(), reference);
        TicketListPage page = tickets.page(request, reference);
        Response.ResponseBuilder response = Response.ok(new ListView<>(page.tickets()));
        if (page.end() != null) {
            String link = page.end().cursor(request.order()).nextLink(PATH, httpRequest.query());
            response.header(HttpHeaders.LINK, link);
        }
        if (page.total() != null) {
            response.header("X-Total-Count", page.total());
        }
        if (page.updatedUntil() != null) {
            response.header("Updated-Until", page.updatedUntil());
        }
        return response.build();
    }
}
