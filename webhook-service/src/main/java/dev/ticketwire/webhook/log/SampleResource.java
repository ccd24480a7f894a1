package dev.ticketwire.webhook.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.rest.request.QueryParameters;
import dev.ticketwire.webhook.subscription.JsonBodies;
import dev.ticketwire.webhook.subscription.WebhookCaller;
import dev.ticketwire.webhook.template.TemplateRenderer;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What would be delivered: {@code /webhooks/samples}, {@code /webhooks/preview}, {@code /webhooks/{id}/test}. */
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Blocking
public class SampleResource {
    private static final String TYPE = "type";
    private static final int USUAL_LIMIT = 3;
    private static final int HIGHEST_LIMIT = 10;

    private final WebhookCaller caller;
    private final Samples samples;
    private final TestDelivery tests;

    SampleResource(WebhookCaller caller, Samples samples, TestDelivery tests) {
        this.caller = caller;
        this.samples = samples;
        this.tests = tests;
    }

    @GET
    @Path("/samples")
    public List<JsonNode> samples(@Context UriInfo uri) {
        QueryParameters sent = QueryParameters.parse(uri.getRequestUri().getRawQuery(), Set.of(TYPE, "limit"));
        String type = sent.one(TYPE);
        return samples.newest(
                type == null ? null : Examples.type(type), sent.number("limit", USUAL_LIMIT, 1, HIGHEST_LIMIT));
    }

    /** @param body what would be sent */
    record Preview(JsonNode event, @JsonInclude JsonNode body) {}

    @POST
    @Path("/preview")
    public Preview preview(byte[] body) {
        JsonNode sent = JsonBodies.object(body, Set.of("template", TYPE));
        JsonNode event = samples.newest(type(sent), 1).getFirst();
        JsonNode template = sent.get("template");
        if (template == null || template.isNull()) {
            return new Preview(event, event);
        }
        TemplateRenderer.check(template);
        return new Preview(event, TemplateRenderer.render(template, event));
    }

    @POST
    @Path("/{id: [0-9]+}/test")
    public TestDelivery.Result test(@PathParam("id") String id, byte[] body) {
        TicketEventType type = type(JsonBodies.object(body, Set.of(TYPE)));
        return tests.send(caller.visible(id), type);
    }

    private static TicketEventType type(JsonNode body) {
        @Nullable JsonNode type = body.get(TYPE);
        return Examples.type(type == null || type.isNull() ? null : type.asText());
    }
}
