package dev.ticketwire.webhook.delivery.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.osticket.selection.Redaction;
import dev.ticketwire.osticket.selection.View;
import dev.ticketwire.webhook.delivery.event.Event;
import dev.ticketwire.webhook.delivery.event.Events;
import dev.ticketwire.webhook.delivery.event.Place;
import dev.ticketwire.webhook.delivery.store.Delivery;
import dev.ticketwire.webhook.delivery.store.DeliveryRows;
import dev.ticketwire.webhook.delivery.store.Transactions;
import dev.ticketwire.webhook.send.Attempt;
import dev.ticketwire.webhook.send.Message;
import dev.ticketwire.webhook.send.Sender;
import dev.ticketwire.webhook.subscription.Subscription;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one delivery to its receiver: finds the event, reduces it to what the subscription may be told at this moment,
 * renders and sends it. Works on virtual threads, as many as there are requests in flight. Thread-safe.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Events events;
    private final Transactions transactions;
    private final Sender sender;
    private final BinaryOperator<JsonNode> renderer;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-courier-", 0).factory());

    /** @param renderer of a template and an event */
    public Courier(Events events, Transactions transactions, Sender sender, BinaryOperator<JsonNode> renderer) {
        this.events = events;
        this.transactions = transactions;
        this.sender = sender;
        this.renderer = renderer;
    }

    /** Returns at once. @param landed is told the end, on any thread */
    void send(Flight flight, Consumer<Landing> landed) {
        threads.execute(() -> {
            try {
                deliver(flight, landed);
            } catch (KafkaException | SQLException e) {
                LOG.debugf("delivery %d waits: %s", flight.delivery().id(), e.getMessage());
                landed.accept(new Landing.Postponed());
            } catch (RuntimeException e) {
                LOG.errorf(e, "delivery %d cannot be made", flight.delivery().id());
                landed.accept(new Landing.Postponed());
            }
        });
    }

    private void deliver(Flight flight, Consumer<Landing> landed) throws SQLException {
        Place place = flight.delivery().place();
        if (place == null) {
            deliverBody(flight, landed);
            return;
        }
        Event event = events.at(place);
        if (event == null || !event.id().equals(flight.delivery().event())) {
            landed.accept(new Landing.Expired());
            return;
        }
        Subscription subscription = flight.subscription();
        View view = subscription.selection().view(event.facts());
        if (view == View.HIDDEN) {
            landed.accept(new Landing.Hidden());
            return;
        }
        send(flight, body(subscription, Redaction.apply(view, event.json())), event.published(), landed);
    }

    private void deliverBody(Flight flight, Consumer<Landing> landed) throws SQLException {
        Delivery delivery = flight.delivery();
        Optional<byte[]> body = transactions.once(connection -> DeliveryRows.body(connection, delivery.id()));
        if (body.isEmpty()) {
            landed.accept(new Landing.Expired());
        } else {
            send(flight, body.get(), null, landed);
        }
    }

    private byte[] body(Subscription subscription, byte[] event) {
        JsonNode template = subscription.template();
        if (template == null) {
            return event;
        }
        try {
            return JSON.writeValueAsBytes(renderer.apply(template, Redaction.parsed(event)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Flight flight, byte[] body, @Nullable Instant published, Consumer<Landing> landed) {
        Message message = new Message(flight.delivery().event(), body);
        sender.send(flight.subscription().target(), message).onComplete(sent -> {
            if (sent.succeeded()) {
                landed.accept(landing(sent.result(), published));
            } else {
                LOG.errorf(
                        sent.cause(),
                        "delivery %d was not sent",
                        flight.delivery().id());
                landed.accept(new Landing.Postponed());
            }
        });
    }

    private static Landing landing(Attempt attempt, @Nullable Instant published) {
        return attempt.error() == Attempt.Failure.INTERRUPTED
                ? new Landing.Postponed()
                : new Landing.Tried(attempt, published);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
