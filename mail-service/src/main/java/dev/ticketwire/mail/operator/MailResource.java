package dev.ticketwire.mail.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.request.Caller;
import dev.ticketwire.rest.request.NextLink;
import dev.ticketwire.rest.request.QueryParameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /mails}: the operator looks at mails, sends them again, or discards them. See docs/api.md. */
@Path("/mails")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Blocking
public class MailResource {
    private final Caller caller;
    private final MailList list;
    private final MailDesk desk;

    MailResource(Caller caller, MailList list, MailDesk desk) {
        this.caller = caller;
        this.list = list;
        this.desk = desk;
    }

    /** @param next the value of {@code after} for the next page; null if this is the last */
    record ListView(
            List<MailView> mails, @JsonInclude @Nullable String next) {}

    record Asked(int mails) {}

    @GET
    public Response list(@Context UriInfo uri) {
        onlyOperators();
        String query = uri.getRequestUri().getRawQuery();
        MailFilter filter = MailFilter.of(QueryParameters.parse(query, MailFilter.NAMES));
        List<MailView> found = list.page(filter);
        List<MailView> page = found.subList(0, Math.min(filter.limit(), found.size()));
        String next =
                found.size() > filter.limit() ? String.valueOf(page.getLast().id()) : null;
        Response.ResponseBuilder response = Response.ok(new ListView(page, next));
        if (next != null) {
            response.header(HttpHeaders.LINK, NextLink.to("/mails", query, "after", next));
        }
        return response.build();
    }

    @GET
    @Path("/{id: [0-9]+}")
    public MailContent get(@PathParam("id") String id) {
        onlyOperators();
        return list.get(number(id)).orElseThrow(MailDesk::unknown);
    }

    @POST
    @Path("/{id: [0-9]+}/resend")
    public Response resend(@PathParam("id") String id) {
        onlyOperators();
        desk.resend(number(id));
        return Response.accepted(new Asked(1)).build();
    }

    @POST
    @Path("/resend")
    public Response resend(byte[] body) {
        onlyOperators();
        ResendBody wanted = ResendBody.of(body);
        return Response.accepted(new Asked(desk.resend(wanted.type(), wanted.from(), wanted.to())))
                .build();
    }

    @DELETE
    @Path("/{id: [0-9]+}")
    public Response discard(@PathParam("id") String id) {
        onlyOperators();
        desk.discard(number(id));
        return Response.noContent().build();
    }

    private void onlyOperators() {
        if (caller.apiKeyId() != Identity.GATEWAY.apiKeyId()) {
            throw Refused.of(ProblemCode.PERMISSION_DENIED, "Only operators see mails");
        }
    }

    /** Of what is too long for an id: that of no mail. */
    private static long number(String id) {
        return id.length() > 18 ? 0 : Long.parseLong(id);
    }
}
