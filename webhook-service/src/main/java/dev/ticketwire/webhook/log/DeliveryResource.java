package dev.ticketwire.webhook.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.request.AcceptHeader;
import dev.ticketwire.rest.request.NextLink;
import dev.ticketwire.rest.request.QueryParameters;
import dev.ticketwire.webhook.subscription.JsonBodies;
import dev.ticketwire.webhook.subscription.LockConflicts;
import dev.ticketwire.webhook.subscription.WebhookCaller;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The log of one subscription: {@code /webhooks/{id}/deliveries}, and asking for deliveries again. See docs/api.md. */
@Path("/webhooks/{id: [0-9]+}")
@Consumes(MediaType.WILDCARD)
@Blocking
public class DeliveryResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final int USUAL_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 500;

    private final WebhookCaller caller;
    private final DeliveryLog log;
    private final LogExport export;
    private final Redelivery redelivery;

    DeliveryResource(WebhookCaller caller, DeliveryLog log, LogExport export, Redelivery redelivery) {
        this.caller = caller;
        this.log = log;
        this.export = export;
        this.redelivery = redelivery;
    }

    /** @param next the value of {@code after} for the next page; null if this is the last */
    record ListView(
            List<DeliveryView> deliveries,
            @JsonInclude @Nullable String next) {}

    @GET
    @Path("/deliveries")
    public Response list(
            @PathParam("id") String id,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        int subscription = caller.visible(id);
        String query = uri.getRequestUri().getRawQuery();
        QueryParameters sent = QueryParameters.parse(query, LogFilter.NAMES);
        LogFilter filter = LogFilter.of(subscription, sent);
        if (AcceptHeader.parse(accept).asksFor(NDJSON, JSON)) {
            StreamingOutput lines = out -> export.write(filter, out);
            return Response.ok(lines, NDJSON).build();
        }
        int limit = sent.number("limit", USUAL_LIMIT, 1, HIGHEST_LIMIT);
        List<DeliveryView> found = log.page(filter, LogFilter.before(sent), limit + 1);
        List<DeliveryView> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? String.valueOf(page.getLast().id()) : null;
        Response.ResponseBuilder response = Response.ok(new ListView(page, next), JSON);
        if (next != null) {
            response.header(
                    HttpHeaders.LINK, NextLink.to("/webhooks/" + subscription + "/deliveries", query, "after", next));
        }
        return response.build();
    }

    @GET
    @Path("/deliveries/{delivery: [0-9]+}")
    public Response get(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        return Response.ok(log.get(caller.visible(id), deliveryId(delivery)), JSON)
                .build();
    }

    @DELETE
    @Path("/deliveries/{delivery: [0-9]+}")
    public Response discard(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        int subscription = caller.visible(id);
        long waiting = deliveryId(delivery);
        LockConflicts.retried(() -> redelivery.discard(subscription, waiting));
        return Response.noContent().build();
    }

    /** @param more whether there are more than one request asks for: repeat it then */
    record Asked(int deliveries, boolean more) {
        Response accepted() {
            return Response.accepted(this).type(JSON).build();
        }
    }

    @POST
    @Path("/deliveries/{delivery: [0-9]+}/redeliver")
    public Response redeliver(@PathParam("id") String id, @PathParam("delivery") String delivery, byte[] body) {
        JsonBodies.object(body, Set.of());
        int subscription = caller.visible(id);
        long wanted = deliveryId(delivery);
        return new Asked(LockConflicts.retried(() -> redelivery.one(subscription, wanted)), false).accepted();
    }

    @POST
    @Path("/redeliver")
    public Response redeliver(@PathParam("id") String id, byte[] body) {
        JsonNode sent = JsonBodies.object(body, Set.of("failed", "from", "to"));
        int subscription = caller.visible(id);
        if (sent.has("failed")) {
            if (!sent.path("failed").isBoolean() || !sent.path("failed").booleanValue() || sent.size() > 1) {
                throw JsonBodies.invalid("failed", "true, without from and to");
            }
            return repeated(after -> LockConflicts.retried(() -> redelivery.failed(subscription, after)))
                    .accepted();
        }
        String from = LogTimes.stored(sent.path("from").asText(), "from");
        String to = LogTimes.stored(sent.path("to").asText(), "to");
        return repeated(after -> LockConflicts.retried(() -> redelivery.between(subscription, after, from, to)))
                .accepted();
    }

    @FunctionalInterface
    private interface ChunkOf {
        Redelivery.Chunk after(long id);
    }

    private static Asked repeated(ChunkOf chunks) {
        int number = 0;
        Redelivery.Chunk chunk = chunks.after(0);
        number += chunk.deliveries();
        while (!chunk.isLast() && number < Redelivery.MOST) {
            chunk = chunks.after(chunk.last());
            number += chunk.deliveries();
        }
        return new Asked(number, !chunk.isLast());
    }

    /** @throws Refused 404 */
    private static long deliveryId(String text) {
        return DeliveryLog.id(text).orElseThrow(DeliveryLog::unknown);
    }
}
