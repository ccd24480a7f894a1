package dev.ticketwire.query.ticket;

import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Caller;
import dev.ticketwire.rest.Cursor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /tickets/{number}/thread?order=oldest|newest&limit=1..200&type=M|R|N&cursor=}: the entries of a ticket that
 * are not hidden, as a list of what a get shows, page by page. Where there is more, the header {@code Link} leads to it;
 * entries that come or go in between make no other one be skipped or repeated.
 */
@Path("/tickets/{number}/thread")
@RunOnVirtualThread
public class ThreadResource {
    private final ThreadReader threads;
    private final Caller caller;

    ThreadResource(ThreadReader threads, Caller caller) {
        this.threads = threads;
        this.caller = caller;
    }

    @GET
    public Response page(
            @PathParam("number") String number,
            @Context HttpServerRequest request,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        ThreadReader.Page page = threads.read(number, ThreadRequest.of(request.query()), caller.identity(), accept)
                .orElseThrow(TicketId::unknown);
        Response answer = Answers.ok(page.form());
        Cursor next = page.next();
        return next == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.LINK, next.next(path(number), request.query()))
                        .build();
    }

    private static String path(String number) {
        return "/tickets/" + URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20") + "/thread";
    }
}
