package dev.ticketwire.query.search;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /tickets}: tickets by any {@link dev.ticketwire.osticket.filter.TicketFilter}, page by page. {@code Link} leads
 * to the next page, {@code X-Total-Count} says how many there are where {@code total=true} asks, and {@code Updated-Until}
 * from when on to ask for what will have changed meanwhile.
 */
@Path("/tickets")
@RunOnVirtualThread
public class ListResource {
    private final ListReader tickets;
    private final ReferenceSnapshot snapshot;
    private final Caller caller;

    ListResource(ListReader tickets, ReferenceSnapshot snapshot, Caller caller) {
        this.tickets = tickets;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    @GET
    public Response list(@Context HttpServerRequest request, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Reference reference = snapshot.current();
        TicketList wanted = TicketList.of(request.query(), caller.identity(), reference);
        TicketPage page = tickets.read(wanted, reference, accept);
        Response.ResponseBuilder answer = Answers.form(page.tickets());
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, page.next().next("/tickets", request.query()));
        }
        if (page.total() >= 0) {
            answer.header("X-Total-Count", page.total());
        }
        if (page.until() != null) {
            answer.header("Updated-Until", page.until());
        }
        return answer.build();
    }
}
