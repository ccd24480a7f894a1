package dev.ticketwire.query.thread;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.render.ListView;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /tickets/{number}/thread?order=oldest|newest&limit=1..200&type=M|R|N&cursor=}: the entries of a ticket
 * that are not hidden, page by page, each as in a get. The header {@code Link} leads to the next page; entries added or
 * deleted between two requests make no other entry be skipped or repeated.
 */
@Path("/tickets/{number}/thread")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
@RunOnVirtualThread
public class ThreadResource {
    private final ThreadReader threads;
    private final Caller caller;

    ThreadResource(ThreadReader threads, Caller caller) {
        this.threads = threads;
        this.caller = caller;
    }

    @GET
    public Response page(@PathParam("number") String number, @Context HttpServerRequest request) {
        ThreadRequest parameters = ThreadRequest.parse(request.query());
        ThreadPage page = threads.page(number, parameters, caller.identity())
                .orElseThrow(() -> Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found"));
        Response.ResponseBuilder response = Response.ok(new ListView<>(page.entries()));
        if (page.end() != null) {
            String link = page.end().cursor(parameters.order()).nextLink(path(number), request.query());
            response.header(HttpHeaders.LINK, link);
        }
        return response.build();
    }

    private static String path(String number) {
        String encoded = URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
        return "/tickets/" + encoded + "/thread";
    }
}
