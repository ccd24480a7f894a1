package dev.ticketwire.query.mail;

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
 * {@code GET /tickets/{number}/mails?limit=1..200&cursor=}: the mails about a ticket, the oldest first, page by page.
 * The header {@code Link} leads to the next page.
 */
@Path("/tickets/{number}/mails")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
@RunOnVirtualThread
public class MailResource {
    private final MailReader mails;
    private final Caller caller;

    MailResource(MailReader mails, Caller caller) {
        this.mails = mails;
        this.caller = caller;
    }

    @GET
    public Response page(@PathParam("number") String number, @Context HttpServerRequest request) {
        MailReader.Page page = mails.page(number, MailRequest.parse(request.query()), caller.identity())
                .orElseThrow(() -> Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found"));
        Response.ResponseBuilder response = Response.ok(new ListView<>(page.mails()));
        if (page.end() != null) {
            String link = MailRequest.cursor(page.end()).nextLink(path(number), request.query());
            response.header(HttpHeaders.LINK, link);
        }
        return response.build();
    }

    private static String path(String number) {
        String encoded = URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
        return "/tickets/" + encoded + "/mails";
    }
}
