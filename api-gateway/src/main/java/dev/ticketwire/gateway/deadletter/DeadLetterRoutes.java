package dev.ticketwire.gateway.deadletter;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.operator.OperatorEndpoint;
import dev.ticketwire.gateway.operator.OperatorEndpoint.Answer;
import io.quarkus.vertx.http.ManagementInterface;
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
 *   <li>{@code GET /dead-letters/{id}}: one, with its {@code command}; files and other binary values are shown as their
 *       size, and a command that cannot be decoded as null.
 *   <li>{@code POST /dead-letters/{id}/replay}: publishes it again with the same id; 202. If it fails again, it is
 *       listed again.
 *   <li>{@code POST /dead-letters/replay}: the same for all; 202 {@code {"replayed": number}}.
 *   <li>{@code DELETE /dead-letters/{id}}: discards it; 204.
 * </ul>
 *
 * Errors are problems: 401 {@code operator-token-missing}, 404 {@code dead-letter-not-found}, 503 while Kafka is
 * unavailable.
 */
@ApplicationScoped
class DeadLetterRoutes {
    private static final int MAX_LISTED = 1000;

    private static final Logger LOG = Logger.getLogger(DeadLetterRoutes.class);

    private final OperatorEndpoint operator;
    private final DeadLetterTopic topic;

    DeadLetterRoutes(OperatorEndpoint operator, DeadLetterTopic topic) {
        this.operator = operator;
        this.topic = topic;
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/dead-letters").handler(context -> answer(context, "read", this::list));
        router.get("/dead-letters/:id").handler(context -> answer(context, "read", one(this::show)));
        router.post("/dead-letters/replay").handler(context -> answer(context, "replay", this::replayAll));
        router.post("/dead-letters/:id/replay").handler(context -> answer(context, "replay", one(this::replay)));
        router.delete("/dead-letters/:id").handler(context -> answer(context, "discard", one(this::discard)));
    }

    private Answer list(RoutingContext context) {
        List<DeadLetter> open = topic.open();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("total", open.size());
        body.put("items", open.subList(0, Math.min(MAX_LISTED, open.size())));
        return new Answer(200, body);
    }

    private Answer show(DeadLetter letter) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("letter", letter);
        body.put("command", CommandView.of(letter.type(), topic.command(letter)));
        return new Answer(200, body);
    }

    private Answer replay(DeadLetter letter) {
        topic.replay(List.of(letter));
        LOG.infof("dead letter %s replayed", letter.id());
        return new Answer(202, Map.of("replayed", 1), 1);
    }

    private Answer replayAll(RoutingContext context) {
        List<DeadLetter> open = topic.open();
        topic.replay(open);
        LOG.infof("%d dead letters replayed", open.size());
        return new Answer(202, Map.of("replayed", open.size()), open.size());
    }

    private Answer discard(DeadLetter letter) {
        topic.discard(letter);
        LOG.infof("dead letter %s discarded", letter.id());
        return new Answer(204, null);
    }

    private Function<RoutingContext, Answer> one(Function<DeadLetter, Answer> work) {
        return context -> topic.open().stream()
                .filter(letter -> letter.id().equals(context.pathParam("id")))
                .findFirst()
                .map(work)
                .orElseThrow(() -> Refused.of(ProblemCode.DEAD_LETTER_NOT_FOUND, "No open dead letter has this id"));
    }

    private void answer(RoutingContext context, String what, Function<RoutingContext, Answer> work) {
        operator.answer(context, "dead-letter-" + what, request -> {
            try {
                return work.apply(request);
            } catch (KafkaException e) {
                LOG.warnf("dead letters cannot be reached: %s", e.getMessage());
                throw Refused.unavailable("Kafka cannot be reached, try again later");
            }
        });
    }
}
