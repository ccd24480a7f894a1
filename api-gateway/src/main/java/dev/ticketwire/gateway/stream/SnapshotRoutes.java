package dev.ticketwire.gateway.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.operator.OperatorEndpoint;
import dev.ticketwire.gateway.operator.OperatorEndpoint.Answer;
import dev.ticketwire.gateway.proxy.ServiceProblems;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events/snapshot} on the operator's address: {@code POST} publishes existing tickets as events, {@code GET}
 * tells how far that is, {@code DELETE} ends it. The event service does it; its answers are passed on.
 */
@ApplicationScoped
class SnapshotRoutes {
    private static final String PATH = "/events/snapshot";
    private static final long LARGEST_BODY = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final OperatorEndpoint operator;
    private final EventService service;
    private final ServiceProblems problems;
    private final ObjectMapper json;

    SnapshotRoutes(OperatorEndpoint operator, EventService service, ServiceProblems problems, ObjectMapper json) {
        this.operator = operator;
        this.service = service;
        this.problems = problems;
        this.json = json;
    }

    private record Fetched(int status, Buffer body) {}

    void register(@Observes ManagementInterface management) {
        Router router = management.router();
        router.route(PATH).handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        router.post(PATH).handler(context -> operator.answer(context, "snapshot-start", this::forward));
        router.get(PATH).handler(context -> operator.answer(context, "snapshot-read", this::forward));
        router.delete(PATH).handler(context -> operator.answer(context, "snapshot-end", this::forward));
    }

    /** Blocks until the event service has answered. */
    private Answer forward(RoutingContext context) {
        Fetched answer = await(ask(context.request().method(), context.body().buffer()));
        if (answer.status >= 400) {
            throw new Refused(problems.problem(answer.status, answer.body).refusal());
        }
        try {
            return new Answer(answer.status, answer.body.length() == 0 ? null : json.readTree(answer.body.getBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("the event service answered with something else than JSON", e);
        }
    }

    private Future<Fetched> ask(HttpMethod method, @Nullable Buffer body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.ACCEPT, "application/json");
        if (body != null && body.length() > 0) {
            headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        return service.send(method, PATH, headers, body == null ? Buffer.buffer() : body, Identity.GATEWAY, TIMEOUT)
                .compose(from -> service.body(from, TIMEOUT).map(read -> new Fetched(from.statusCode(), read)));
    }

    private static Fetched await(Future<Fetched> answer) {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refused(EventHandler.away());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(EventHandler.away());
        }
    }
}
