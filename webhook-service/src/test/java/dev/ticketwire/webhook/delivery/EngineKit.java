package dev.ticketwire.webhook.delivery;

import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestEvents;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestSql;
import dev.ticketwire.webhook.delivery.dispatch.DispatchSettings;
import dev.ticketwire.webhook.delivery.event.EventSettings;
import dev.ticketwire.webhook.delivery.feed.FeedSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** Engines of one test on a real database and broker, without Quarkus; as many as it wants. */
final class EngineKit implements AutoCloseable {
    private static final class Desk {
        static final Database ROOT =
                TestInfrastructure.helpDesk("webhook_engine").root();
        static final EventTopic TOPIC = new EventTopic();
    }

    private final String group = "test-" + UUID.randomUUID();
    private final TestWebhooks webhooks = new TestWebhooks(Desk.ROOT);
    private final TestReceivers receivers = new TestReceivers();
    private final List<Engine> engines = new ArrayList<>();
    private final Map<Engine, SimpleMeterRegistry> meters = new HashMap<>();
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor();
    private final MariaDbPoolDataSource database = dataSource();

    EngineKit() throws SQLException {
        for (String table : List.of("", "_partition", "_position", "_delivery", "_attempt")) {
            TestSql.execute(Desk.ROOT, "DELETE FROM ticketwire_webhook" + table);
        }
        refresher.scheduleWithFixedDelay(webhooks::refresh, 100, 100, TimeUnit.MILLISECONDS);
    }

    private static MariaDbPoolDataSource dataSource() {
        try {
            return new MariaDbPoolDataSource(Desk.ROOT.url() + "?user=" + Desk.ROOT.user() + "&password="
                    + Desk.ROOT.password() + "&maxPoolSize=12&minPoolSize=1&connectTimeout=3000"
                    + "&sessionVariables=sql_mode='',tx_isolation='READ-COMMITTED'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    TestWebhooks webhooks() {
        return webhooks;
    }

    TestReceivers receivers() {
        return receivers;
    }

    static EventTopic topic() {
        return Desk.TOPIC;
    }

    /** Starts an engine that retries within fractions of a second. */
    Engine start(String... settings) {
        return start(database, settings);
    }

    Engine start(DataSource other, String... settings) {
        Map<String, String> some = new HashMap<>(Map.of(
                "ticketwire.webhooks.feed.group", group,
                "ticketwire.webhooks.feed.catch-up-every", "50ms",
                "ticketwire.webhooks.feed.hand-over", "3s",
                "ticketwire.webhooks.delivery.back-off", "100ms,200ms,300ms",
                "ticketwire.webhooks.delivery.health-every", "100ms"));
        for (int i = 0; i < settings.length; i += 2) {
            some.put("ticketwire.webhooks." + settings[i], settings[i + 1]);
        }
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Engine engine = new Engine(
                new Engine.Parts(
                        Desk.TOPIC.broker(), other, webhooks, receivers, (template, event) -> template, registry),
                settings(some));
        engines.add(engine);
        meters.put(engine, registry);
        engine.start();
        return engine;
    }

    /** The database, which does not answer while {@code isAway}. */
    DataSource switched(AtomicBoolean isAway) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (isAway.get()) {
                        throw new SQLException("away", "08000");
                    }
                    return method.invoke(database, arguments);
                });
    }

    private static Engine.Settings settings(Map<String, String> some) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(EventSettings.class)
                .withMapping(FeedSettings.class)
                .withMapping(DispatchSettings.class)
                .withMapping(EngineSettings.class)
                .withDefaultValues(some)
                .build();
        return new Engine.Settings(
                config.getConfigMapping(EventSettings.class),
                config.getConfigMapping(FeedSettings.class),
                config.getConfigMapping(DispatchSettings.class),
                config.getConfigMapping(EngineSettings.class));
    }

    double gauge(Engine engine, String name) {
        return Objects.requireNonNull(meters.get(engine))
                .get("ticketwire.webhooks." + name)
                .gauge()
                .value();
    }

    /** It has all partitions, and has begun at the end of the topic. */
    void awaitReady(Engine engine) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        gauge(engine, "partitions") == 12 && engine.problems().isEmpty());
    }

    /** Ends as a killed process does. */
    void kill(Engine engine) {
        engine.kill();
        engines.remove(engine);
    }

    void stop(Engine engine) throws InterruptedException {
        engine.drain(Duration.ofSeconds(10));
        engine.close();
        engines.remove(engine);
    }

    static List<String> texts(String sql) {
        try {
            return TestSql.texts(Desk.ROOT, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String sql) {
        try {
            TestSql.execute(Desk.ROOT, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Number of deliveries in a state. */
    static int number(String state) {
        return Integer.parseInt(texts("SELECT COUNT(*) FROM ticketwire_webhook_delivery WHERE state = '" + state + "'")
                .getFirst());
    }

    /** @return {@code each} events of each of {@code tickets} tickets, in turn */
    static List<TicketEvent> events(int tickets, int each) {
        return IntStream.range(0, tickets * each)
                .mapToObj(i -> TestEvents.changed(TicketEventType.ANSWERED, ticket(i % tickets), 1))
                .toList();
    }

    static String ticket(int number) {
        return Integer.toString(800_000 + number);
    }

    static List<String> ids(List<TicketEvent> events) {
        return events.stream().map(TicketEvent::id).toList();
    }

    static List<String> ids(List<TicketEvent> events, String ticket) {
        return events.stream()
                .filter(event -> ticket.equals(event.number()))
                .map(TicketEvent::id)
                .toList();
    }

    @Override
    public void close() {
        refresher.shutdownNow();
        List.copyOf(engines).forEach(Engine::kill);
        receivers.close();
        database.close();
    }
}
