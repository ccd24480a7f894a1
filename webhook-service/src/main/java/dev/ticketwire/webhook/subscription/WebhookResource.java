package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.rest.request.HeaderValues;
import dev.ticketwire.rest.request.NextLink;
import dev.ticketwire.rest.request.QueryParameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code /webhooks}: making, looking at and changing subscriptions. See docs/api.md. */
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Blocking
public class WebhookResource {
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1000;

    private final WebhookDesk desk;
    private final WebhookStore store;
    private final WebhookViews views;
    private final WebhookCaller caller;

    WebhookResource(WebhookDesk desk, WebhookStore store, WebhookViews views, WebhookCaller caller) {
        this.desk = desk;
        this.store = store;
        this.views = views;
        this.caller = caller;
    }

    /** @param next the value of {@code after} for the next page; null if this is the last */
    record ListView(
            List<WebhookView> webhooks,
            @JsonInclude @Nullable String next) {}

    @GET
    public Response list(@Context UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        QueryParameters sent = QueryParameters.parse(query, Set.of("limit", "after", "keyId"));
        int limit = sent.number("limit", USUAL_LIMIT, 1, HIGHEST_LIMIT);
        List<Webhook> found = store.page(keyId(sent), sent.number("after", 0, 0, 999_999_999), limit + 1);
        List<Webhook> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? String.valueOf(page.getLast().id) : null;
        Response.ResponseBuilder response = Response.ok(new ListView(views.views(page, caller.isOperator()), next));
        if (next != null) {
            response.header(HttpHeaders.LINK, NextLink.to("/webhooks", query, "after", next));
        }
        return response.build();
    }

    /** Operators may ask for those of one key. */
    private @Nullable Integer keyId(QueryParameters sent) {
        String wanted = sent.one("keyId");
        if (wanted == null) {
            return caller.keyId();
        }
        Integer id = RowId.intOfDigits(wanted);
        if (id == null || !caller.isOperator() && !id.equals(caller.keyId())) {
            throw Refused.invalid("keyId");
        }
        return id;
    }

    @POST
    public Response create(byte[] body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        WebhookDesk.Made made = desk.create(body, idempotencyKey);
        return answer(Response.status(Response.Status.CREATED), made.row(), made.secret())
                .header(HttpHeaders.LOCATION, "/webhooks/" + made.row().id)
                .build();
    }

    @GET
    @Path("/{id: [0-9]+}")
    public Response get(@PathParam("id") String id) {
        return ok(store.get(WebhookCaller.id(id), caller.keyId()));
    }

    @PATCH
    @Path("/{id: [0-9]+}")
    public Response change(
            @PathParam("id") String id, byte[] body, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(desk.change(WebhookCaller.id(id), body, precondition(ifMatch)));
    }

    @DELETE
    @Path("/{id: [0-9]+}")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        desk.delete(WebhookCaller.id(id), precondition(ifMatch));
        return Response.noContent().build();
    }

    @POST
    @Path("/{id: [0-9]+}/pause")
    public Response pause(@PathParam("id") String id, byte[] body) {
        JsonBodies.object(body, Set.of());
        return ok(desk.pause(WebhookCaller.id(id)));
    }

    @POST
    @Path("/{id: [0-9]+}/resume")
    public Response resume(@PathParam("id") String id, byte[] body) {
        JsonBodies.object(body, Set.of());
        return ok(desk.resume(WebhookCaller.id(id)));
    }

    @POST
    @Path("/{id: [0-9]+}/rotate")
    public Response rotate(@PathParam("id") String id, byte[] body) {
        WebhookDesk.Made rotated = desk.rotate(WebhookCaller.id(id), body);
        return answer(Response.ok(), rotated.row(), rotated.secret()).build();
    }

    /** The tag changes with what a caller can set, and with the state. */
    private static Consumer<Webhook> precondition(@Nullable String ifMatch) {
        return row -> {
            boolean isMet = ifMatch == null
                    || ifMatch.strip().equals("*")
                    || HeaderValues.split(ifMatch, ',').contains('"' + tag(row) + '"');
            if (!isMet) {
                throw Refused.of(ProblemCode.PRECONDITION_FAILED, "The webhook has changed since it was read");
            }
        };
    }

    private static String tag(Webhook row) {
        return "r" + row.revision;
    }

    private Response ok(Webhook row) {
        return answer(Response.ok(), row, null).build();
    }

    private Response.ResponseBuilder answer(Response.ResponseBuilder response, Webhook row, @Nullable String secret) {
        return response.entity(views.view(row, caller.isOperator(), secret)).tag(new EntityTag(tag(row)));
    }
}
