package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Traceparent;
import dev.ticketwire.gateway.operator.OperatorEndpoint;
import dev.ticketwire.gateway.operator.OperatorEndpoint.Answer;
import dev.ticketwire.gateway.operator.OperatorExchange;
import dev.ticketwire.gateway.proxy.ReadServices.Request;
import dev.ticketwire.gateway.proxy.ReadServices.Service;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** {@code /mails} on the operator's address: what is sent, and what could not be. The mail service answers. */
@ApplicationScoped
class MailRoutes {
    private static final String ALL = "/mails";
    private static final String ONE = "/mails/:id";
    private static final String LINK = "Link";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long LARGEST_BODY = 64 * 1024;

    private final OperatorEndpoint operator;
    private final ReadServices services;
    private final ServiceProblems problems;

    MailRoutes(OperatorEndpoint operator, ReadServices services, ServiceProblems problems) {
        this.operator = operator;
        this.services = services;
        this.problems = problems;
    }

    void register(@Observes ManagementInterface management) {
        Router router = management.router();
        router.route(ALL + "*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        route(router, HttpMethod.GET, ALL, "read");
        route(router, HttpMethod.POST, ALL + "/resend", "resend");
        route(router, HttpMethod.GET, ONE, "read");
        route(router, HttpMethod.POST, ONE + "/resend", "resend");
        route(router, HttpMethod.DELETE, ONE, "discard");
    }

    /** @param what happens, for the audit */
    private void route(Router router, HttpMethod method, String path, String what) {
        router.route(method, path).handler(context -> operator.handle(context, "mail-" + what, this::forward));
    }

    private void forward(OperatorExchange exchange) {
        RoutingContext context = exchange.context();
        Buffer sent = context.body().buffer();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set("Accept", "application/json");
        if (sent != null && sent.length() > 0) {
            headers.set("Content-Type", "application/json");
        }
        String traceparent = Traceparent.of(context.request());
        if (traceparent != null) {
            headers.set("traceparent", traceparent);
        }
        String query = context.request().query();
        String uri = context.normalizedPath() + (query == null || query.isEmpty() ? "" : '?' + query);
        Request request = new Request(context.request().method(), uri, headers, sent == null ? Buffer.buffer() : sent);
        services.send(Service.MAILS, request, Identity.GATEWAY, TIMEOUT)
                .compose(from -> services.body(from).map(body -> new Whole(from, body)))
                .onSuccess(whole -> respond(exchange, whole))
                .onFailure(failure ->
                        exchange.refuse(Refusal.unavailable("The mail service cannot be reached, try again later")));
    }

    private record Whole(HttpClientResponse head, Buffer body) {}

    private void respond(OperatorExchange exchange, Whole whole) {
        int status = whole.head().statusCode();
        if (status >= 400) {
            ServiceProblems.ServiceProblem problem = problems.problem(status, whole.body());
            exchange.refuse(problem.refusal(), problem.members());
            return;
        }
        String link = whole.head().getHeader(LINK);
        if (link != null) {
            exchange.context().response().putHeader(LINK, link);
        }
        Buffer body = whole.body().length() == 0 ? null : whole.body();
        exchange.answer(new Answer(status, body, null, exchange.context().pathParam("id")));
    }
}
