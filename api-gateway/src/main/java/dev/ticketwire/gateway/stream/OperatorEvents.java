package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.gateway.operator.OperatorEndpoint;
import dev.ticketwire.gateway.operator.OperatorEndpoint.Answer;
import dev.ticketwire.gateway.operator.OperatorExchange;
import dev.ticketwire.gateway.proxy.ServiceProblems;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * {@code GET /events} on the operator's address: as on the public one, a stream for who accepts {@code
 * text/event-stream}, else a page; of all departments, with notes. Streams count among those of the public address.
 */
@ApplicationScoped
class OperatorEvents {
    private static final String PATH = "/events";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final OperatorEndpoint operator;
    private final EventStreams streams;
    private final EventService service;
    private final ServiceProblems problems;

    OperatorEvents(OperatorEndpoint operator, EventStreams streams, EventService service, ServiceProblems problems) {
        this.operator = operator;
        this.streams = streams;
        this.service = service;
        this.problems = problems;
    }

    void register(@Observes ManagementInterface management) {
        management.router().get(PATH).handler(context -> operator.handle(context, "events-read", this::answer));
    }

    private void answer(OperatorExchange exchange) {
        if (EventHandler.isStream(exchange.context().request())) {
            streams.open(new OperatorStreamClient(exchange, Vertx.currentContext()));
        } else {
            page(exchange);
        }
    }

    private void page(OperatorExchange exchange) {
        String query = exchange.context().request().query();
        String uri = query == null || query.isEmpty() ? PATH : PATH + "?" + query;
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.ACCEPT, "application/json");
        service.send(HttpMethod.GET, uri, headers, Buffer.buffer(), Identity.GATEWAY, TIMEOUT)
                .onFailure(failure -> exchange.refuse(EventHandler.away()))
                .onSuccess(from -> service.body(from, TIMEOUT)
                        .onFailure(failure -> exchange.refuse(EventHandler.away()))
                        .onSuccess(body -> pass(exchange, from, body)));
    }

    private void pass(OperatorExchange exchange, HttpClientResponse from, Buffer body) {
        if (from.statusCode() == 200) {
            exchange.answer(new Answer(200, body));
            return;
        }
        ServiceProblems.ServiceProblem problem = problems.problem(from.statusCode(), body);
        exchange.refuse(problem.refusal(), problem.members());
    }
}
