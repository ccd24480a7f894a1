package dev.ticketwire.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.webhook.delivery.dispatch.Courier;
import dev.ticketwire.webhook.delivery.dispatch.DispatchMetrics;
import dev.ticketwire.webhook.delivery.dispatch.DispatchSettings;
import dev.ticketwire.webhook.delivery.dispatch.Dispatcher;
import dev.ticketwire.webhook.delivery.dispatch.Loader;
import dev.ticketwire.webhook.delivery.dispatch.OutcomeWriter;
import dev.ticketwire.webhook.delivery.dispatch.WaitingCounts;
import dev.ticketwire.webhook.delivery.event.EventSettings;
import dev.ticketwire.webhook.delivery.event.Events;
import dev.ticketwire.webhook.delivery.event.KafkaWatch;
import dev.ticketwire.webhook.delivery.event.TopicClients;
import dev.ticketwire.webhook.delivery.feed.Feed;
import dev.ticketwire.webhook.delivery.feed.FeedSettings;
import dev.ticketwire.webhook.delivery.store.Transactions;
import dev.ticketwire.webhook.send.Sender;
import dev.ticketwire.webhook.subscription.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** All parts of the delivery, from the topic to the receivers. */
final class Engine implements AutoCloseable {
    private final Transactions transactions;
    private final KafkaWatch kafka;
    private final Events events;
    private final Loader loader;
    private final Courier courier;
    private final OutcomeWriter writer;
    private final Dispatcher dispatcher;
    private final Feed feed;
    private final Cleaning cleaning;

    /**
     * What it works with.
     *
     * @param kafka connection settings
     * @param renderer of a template and an event
     */
    record Parts(
            Map<String, Object> kafka,
            DataSource database,
            Subscriptions subscriptions,
            Sender sender,
            BinaryOperator<JsonNode> renderer,
            MeterRegistry meters) {}

    /** Settings of all parts. */
    record Settings(EventSettings events, FeedSettings feed, DispatchSettings dispatch, EngineSettings engine) {}

    Engine(Parts parts, Settings settings) {
        TopicClients clients = new TopicClients(parts.kafka(), settings.events().timeout());
        WaitingCounts counts = new WaitingCounts();
        transactions = new Transactions(parts.database());
        kafka = new KafkaWatch(clients, settings.events());
        events = new Events(clients, settings.events());
        loader = new Loader(transactions);
        courier = new Courier(events, transactions, parts.sender(), parts.renderer());
        writer = new OutcomeWriter(transactions, counts, settings.dispatch());
        dispatcher = new Dispatcher(
                settings.dispatch(),
                parts.subscriptions(),
                loader,
                courier,
                writer,
                counts,
                new DispatchMetrics(parts.meters()));
        feed = new Feed(
                new Feed.Parts(
                        clients, transactions, parts.subscriptions(), counts, events, dispatcher, parts.meters()),
                settings.feed());
        cleaning = new Cleaning(transactions, settings.engine(), feed::partitions);
        new BacklogMetrics(transactions, parts.subscriptions(), feed::partitions, parts.meters());
    }

    void start() {
        dispatcher.start();
        feed.start();
        cleaning.start();
    }

    /** What keeps events from being delivered; empty if nothing does. */
    List<String> problems() {
        return Stream.of(kafka.problem(), transactions.problem(), feed.problem(), writer.problem())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Sends nothing more, waits for what is in flight, writes what became of it, and gives the partitions back. */
    void drain(Duration limit) throws InterruptedException {
        cleaning.close();
        dispatcher.stop();
        feed.stop();
        writer.finish(limit);
    }

    /** Ends without anything that a killed process could not do. */
    void kill() {
        writer.close();
        dispatcher.close();
        feed.kill();
        close();
    }

    @Override
    public void close() {
        cleaning.close();
        writer.close();
        dispatcher.close();
        loader.close();
        courier.close();
        events.close();
        kafka.close();
    }
}
