package dev.ticketwire.gateway.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.answer.Problem;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code /dead-letters} on the operator's address, for requests with {@code Authorization: Bearer <operator token>}.
 *
 * <ul>
 *   <li>{@code GET /dead-letters}: {@code {"total", "items"}}, the oldest first, at most 1,000.
 *   <li>{@code GET /dead-letters/{id}}: one, with its {@code command}; files and other bytes are shown as their number,
 *       and a command that cannot be decoded is null.
 *   <li>{@code POST /dead-letters/{id}/replay}: sends it again under its old id; 202. What failed again is listed again.
 *   <li>{@code POST /dead-letters/replay}: the same for all; 202 {@code {"replayed": number}}.
 *   <li>{@code DELETE /dead-letters/{id}}: discards it; 204.
 * </ul>
 *
 * Errors are problems: 401 {@code operator-token-missing}, 404 {@code dead-letter-not-found}, 503 while Kafka is away.
 */
@ApplicationScoped
class DeadLetterRoutes {
    private static final int MOST = 1000;

    private static final Logger LOG = Logger.getLogger(DeadLetterRoutes.class);

    private final Vertx vertx;
    private final OperatorToken token;
    private final DeadLetterTopic topic;
    private final OperatorRecord record;
    private final ObjectMapper json;

    DeadLetterRoutes(
            Vertx vertx, OperatorToken token, DeadLetterTopic topic, OperatorRecord record, ObjectMapper json) {
        this.vertx = vertx;
        this.token = token;
        this.topic = topic;
        this.record = record;
        this.json = json;
    }

    /**
     * @param body null for none
     * @param letters number of those replayed, null if none was to be
     */
    private record Answer(
            int status, @Nullable Object body, @Nullable Integer letters) {
        static Answer of(int status, @Nullable Object body) {
            return new Answer(status, body, null);
        }

        static Answer replayed(int letters) {
            return new Answer(202, Map.of("replayed", letters), letters);
        }

        static Answer problem(int status, String code, String text) {
            return of(status, Problem.of(status, code, text, null));
        }
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/dead-letters").handler(context -> answer(context, this::list));
        router.get("/dead-letters/:id").handler(context -> answer(context, one(this::show)));
        router.post("/dead-letters/replay").handler(context -> answer(context, this::replayAll));
        router.post("/dead-letters/:id/replay").handler(context -> answer(context, one(this::replay)));
        router.delete("/dead-letters/:id").handler(context -> answer(context, one(this::discard)));
    }

    private Answer list(RoutingContext context) {
        List<DeadLetter> open = topic.open();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("total", open.size());
        body.put("items", open.subList(0, Math.min(MOST, open.size())));
        return Answer.of(200, body);
    }

    private Answer show(DeadLetter letter) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("letter", letter);
        body.put("command", CommandView.of(letter.type(), topic.command(letter)));
        return Answer.of(200, body);
    }

    private Answer replay(DeadLetter letter) {
        topic.replay(List.of(letter));
        LOG.infof("dead letter %s replayed", letter.id());
        return Answer.replayed(1);
    }

    private Answer replayAll(RoutingContext context) {
        List<DeadLetter> open = topic.open();
        topic.replay(open);
        LOG.infof("%d dead letters replayed", open.size());
        return Answer.replayed(open.size());
    }

    private Answer discard(DeadLetter letter) {
        topic.discard(letter);
        LOG.infof("dead letter %s discarded", letter.id());
        return Answer.of(204, null);
    }

    private Function<RoutingContext, Answer> one(Function<DeadLetter, Answer> work) {
        return context -> topic.open().stream()
                .filter(letter -> letter.id().equals(context.pathParam("id")))
                .findFirst()
                .map(work)
                .orElseGet(() -> Answer.problem(404, "dead-letter-not-found", "No open dead letter has this id"));
    }

    private void answer(RoutingContext context, Function<RoutingContext, Answer> work) {
        long start = System.nanoTime();
        if (!token.isSentWith(context.request())) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            end(context, false, start, Answer.problem(401, "operator-token-missing", "The operator's token is needed"));
            return;
        }
        vertx.executeBlocking(() -> work.apply(context), false).onComplete(done -> {
            if (done.succeeded()) {
                end(context, true, start, done.result());
            } else if (done.cause() instanceof KafkaException) {
                LOG.warnf("dead letters cannot be reached: %s", done.cause().getMessage());
                end(
                        context,
                        true,
                        start,
                        Answer.problem(503, "unavailable", "Kafka cannot be reached, try again later"));
            } else {
                LOG.error("a request for dead letters failed", done.cause());
                end(context, true, start, Answer.problem(500, "internal-error", "Internal error"));
            }
        });
    }

    private void end(RoutingContext context, boolean operator, long start, Answer answer) {
        String code = answer.body instanceof Problem problem ? problem.code() : null;
        record.ended(context, operator, start, answer.status, code, answer.letters);
        var response = context.response().setStatusCode(answer.status);
        if (answer.body == null) {
            response.end();
            return;
        }
        response.putHeader(
                HttpHeaders.CONTENT_TYPE,
                answer.status < 400 ? "application/json; charset=UTF-8" : Problem.CONTENT_TYPE);
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(answer.body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
