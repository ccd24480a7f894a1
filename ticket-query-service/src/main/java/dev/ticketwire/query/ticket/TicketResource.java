package dev.ticketwire.query.ticket;

import dev.ticketwire.answer.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code GET /tickets/{number}}: by number, else by id. */
@Path("/tickets/{number}")
@RunOnVirtualThread
public class TicketResource {
    private final TicketReader tickets;

    TicketResource(TicketReader tickets) {
        this.tickets = tickets;
    }

    @GET
    public Response get(@PathParam("number") String number, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return tickets.read(number, accept).map(Answers::ok).orElseThrow(TicketId::unknown);
    }
}
