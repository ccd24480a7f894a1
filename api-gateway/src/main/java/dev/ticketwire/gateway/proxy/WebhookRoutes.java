package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.gateway.call.Traceparent;
import dev.ticketwire.gateway.operator.OperatorEndpoint;
import dev.ticketwire.gateway.operator.OperatorEndpoint.Answer;
import dev.ticketwire.gateway.operator.OperatorExchange;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code /webhooks} on the operator's address: the subscriptions of all keys. The webhook service answers; exports of
 * the log are passed on as they come.
 */
@ApplicationScoped
class WebhookRoutes {
    private static final String ALL = "/webhooks";
    private static final String ONE = "/webhooks/:id";
    private static final String DELIVERIES = ONE + "/deliveries";
    private static final String DELIVERY = DELIVERIES + "/:delivery";
    private static final String LINES = "application/x-ndjson";
    private static final String LOCATION = "Location";

    private static final List<String> REQUEST_HEADERS =
            List.of("Accept", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key");
    private static final List<String> RESPONSE_HEADERS = List.of("ETag", "Link", LOCATION);

    private final OperatorEndpoint operator;
    private final WebhookClient service;
    private final ServiceProblems problems;

    WebhookRoutes(OperatorEndpoint operator, WebhookClient service, ServiceProblems problems) {
        this.operator = operator;
        this.service = service;
        this.problems = problems;
    }

    void register(@Observes ManagementInterface management) {
        Router router = management.router();
        router.route(ALL + "*").handler(BodyHandler.create(false).setBodyLimit(WebhookClient.LARGEST_BODY));
        route(router, HttpMethod.GET, ALL, "read");
        route(router, HttpMethod.POST, ALL, "add");
        route(router, HttpMethod.GET, ALL + "/samples", "read");
        route(router, HttpMethod.POST, ALL + "/preview", "preview");
        route(router, HttpMethod.GET, ONE, "read");
        route(router, HttpMethod.PATCH, ONE, "change");
        route(router, HttpMethod.DELETE, ONE, "remove");
        for (String change : List.of("pause", "resume", "rotate", "test", "redeliver")) {
            route(router, HttpMethod.POST, ONE + '/' + change, change);
        }
        route(router, HttpMethod.GET, DELIVERIES, "read");
        route(router, HttpMethod.GET, DELIVERY, "read");
        route(router, HttpMethod.DELETE, DELIVERY, "discard");
        route(router, HttpMethod.POST, DELIVERY + "/redeliver", "redeliver");
    }

    /** @param what happens, for the audit */
    private void route(Router router, HttpMethod method, String path, String what) {
        router.route(method, path).handler(context -> operator.handle(context, "webhook-" + what, this::forward));
    }

    private void forward(OperatorExchange exchange) {
        RoutingContext context = exchange.context();
        Buffer sent = context.body().buffer();
        service.send(
                        context.request().method(),
                        uri(context),
                        headers(context.request()),
                        sent == null ? Buffer.buffer() : sent,
                        Identity.GATEWAY)
                .onSuccess(from -> respond(exchange, from))
                .onFailure(failure -> exchange.refuse(WebhookClient.away()));
    }

    private static String uri(RoutingContext context) {
        String query = context.request().query();
        return query == null || query.isEmpty() ? context.normalizedPath() : context.normalizedPath() + '?' + query;
    }

    private static MultiMap headers(HttpServerRequest request) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        copy(REQUEST_HEADERS, request.headers(), headers);
        String traceparent = Traceparent.of(request);
        if (traceparent != null) {
            headers.set("traceparent", traceparent);
        }
        return headers;
    }

    private static void copy(List<String> names, MultiMap from, MultiMap to) {
        for (String name : names) {
            String value = from.get(name);
            if (value != null) {
                to.set(name, value);
            }
        }
    }

    private void respond(OperatorExchange exchange, HttpClientResponse from) {
        String type = Objects.requireNonNullElse(from.getHeader(HttpHeaders.CONTENT_TYPE), "");
        if (from.statusCode() == 200 && type.startsWith(LINES)) {
            stream(exchange, from);
            return;
        }
        service.body(from)
                .onSuccess(body -> respond(exchange, from, body))
                .onFailure(failure -> exchange.refuse(WebhookClient.away()));
    }

    private void respond(OperatorExchange exchange, HttpClientResponse from, Buffer body) {
        int status = from.statusCode();
        if (status >= 400) {
            ServiceProblems.ServiceProblem problem = problems.problem(status, body);
            exchange.refuse(problem.refusal(), problem.members());
            return;
        }
        copy(RESPONSE_HEADERS, from.headers(), exchange.context().response().headers());
        exchange.answer(new Answer(status, body.length() == 0 ? null : body, null, argument(exchange, from)));
    }

    /** For the audit: the id of what was made, else of what was asked about. */
    private static @Nullable String argument(OperatorExchange exchange, HttpClientResponse from) {
        String made = from.getHeader(LOCATION);
        String delivery = exchange.context().pathParam("delivery");
        if (made != null) {
            return made.substring(made.lastIndexOf('/') + 1);
        }
        return delivery == null ? null : exchange.context().pathParam("id") + "/deliveries/" + delivery;
    }

    /** As long as the log, at the reader's pace. */
    private void stream(OperatorExchange exchange, HttpClientResponse from) {
        HttpServerResponse to = exchange.begin(LINES);
        if (to.closed()) {
            from.exceptionHandler(ignored -> {});
            from.request().reset();
            return;
        }
        to.setChunked(true);
        service.pipe(from, to).onFailure(failure -> {
            // Cut off, so that the reader does not take the part for the whole.
            from.request().reset();
            exchange.context().request().connection().close();
        });
    }
}
