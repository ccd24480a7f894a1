package dev.ticketwire.webhook.log;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.webhook.send.Attempt;
import dev.ticketwire.webhook.send.Message;
import dev.ticketwire.webhook.send.Sender;
import dev.ticketwire.webhook.subscription.Subscription;
import dev.ticketwire.webhook.subscription.Subscriptions;
import dev.ticketwire.webhook.template.TemplateRenderer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends an example once, and keeps it in the log. Blocks until it is answered, so only so many are sent at once, and one
 * to each subscription.
 */
@ApplicationScoped
class TestDelivery {
    /** Longer than the limits of the sender. */
    private static final int PATIENCE_SECONDS = 18;

    private static final int MOST_AT_ONCE = 16;

    private static final String DELIVERY = "INSERT INTO ticketwire_webhook_delivery (subscription_id, event_id, type,"
            + " ticket_number, event_time, partition_id, body, state, attempts, created, settled)"
            + " VALUES (?, ?, ?, ?, ?, 0, ?, ?, 1, ?, ?) RETURNING id";
    private static final Insert<Made> ATTEMPT = Insert.into(
            "ticketwire_webhook_attempt",
            column("delivery_id", Made::delivery),
            fixed("number", "1"),
            column("subscription_id", made -> made.sent.subscription),
            column("started", made -> UtcMillis.text(made.attempt.started())),
            column("duration_ms", made -> made.attempt.duration().toMillis()),
            column("status", made -> status(made.attempt)),
            column("error", made -> error(made.attempt)),
            column("answer", made -> made.attempt.answer()));

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Set<Integer> tested = ConcurrentHashMap.newKeySet();
    private final Subscriptions subscriptions;
    private final Sender sender;
    private final DataSource database;

    TestDelivery(Subscriptions subscriptions, Sender sender, DataSource database) {
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.database = database;
    }

    private record Sent(
            int subscription,
            String event,
            String type,
            @Nullable String number,
            String time,
            byte[] body,
            String state) {}

    private record Made(long delivery, Sent sent, Attempt attempt) {}

    /**
     * What came of it.
     *
     * @param delivery its id in the log
     * @param status HTTP's, null if there was no answer
     */
    record Result(
            long delivery,
            @Nullable Integer status,
            long durationMs,
            @Nullable String error) {}

    /** @throws Refused 404 if there is no such subscription; 503 if too many tests are being sent */
    Result send(int id, TicketEventType type) {
        Subscription subscription = subscriptions.get(id);
        if (subscription == null) {
            throw Refused.of(ProblemCode.WEBHOOK_NOT_FOUND, "There is no webhook with this id");
        }
        if (!tested.add(id)) {
            throw Refused.unavailable("A test of this webhook is being sent, try again later");
        }
        try {
            if (!places.tryAcquire()) {
                throw Refused.unavailable("Too many tests are being sent, try again later");
            }
            try {
                return send(subscription, type);
            } finally {
                places.release();
            }
        } finally {
            tested.remove(id);
        }
    }

    private Result send(Subscription subscription, TicketEventType type) {
        String event = "test-" + UUID.randomUUID();
        JsonNode example = example(type, event);
        byte[] body = body(subscription, example);
        Attempt attempt = await(subscription, new Message(event, body));
        Sent sent = new Sent(
                subscription.id(),
                event,
                type.type(),
                example.path("subject").asText(null),
                UtcMillis.text(attempt.started()),
                body,
                attempt.isSuccess() ? DeliveryStates.DELIVERED : DeliveryStates.FAILED);
        return new Result(
                stored(sent, attempt), status(attempt), attempt.duration().toMillis(), error(attempt));
    }

    private static JsonNode example(TicketEventType type, String id) {
        ObjectNode example = Examples.of(type).deepCopy();
        return example.put("id", id).put("time", Instant.now().toString());
    }

    private static byte[] body(Subscription subscription, JsonNode example) {
        JsonNode template = subscription.template();
        JsonNode body = template == null ? example : TemplateRenderer.render(template, example);
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Attempt await(Subscription subscription, Message message) {
        try {
            return sender.send(subscription.target(), message)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("an attempt did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("The webhook service stops, try again later");
        }
    }

    /** In two statements, without a transaction: of a lost attempt nothing depends. */
    private long stored(Sent sent, Attempt attempt) {
        try (Connection connection = database.getConnection()) {
            long id = insert(connection, sent);
            ATTEMPT.execute(connection, List.of(new Made(id, sent, attempt)));
            return id;
        } catch (SQLException e) {
            throw new WriteFailedException(e);
        }
    }

    private static long insert(Connection connection, Sent sent) throws SQLException {
        return Statements.first(
                        connection,
                        DELIVERY,
                        row -> row.getLong(1),
                        sent.subscription,
                        sent.event,
                        sent.type,
                        sent.number,
                        sent.time,
                        sent.body,
                        sent.state,
                        sent.time,
                        sent.time)
                .orElseThrow();
    }

    private static @Nullable Integer status(Attempt attempt) {
        return attempt.status() == 0 ? null : attempt.status();
    }

    private static @Nullable String error(Attempt attempt) {
        Attempt.Failure error = attempt.error();
        return error == null ? null : error.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
