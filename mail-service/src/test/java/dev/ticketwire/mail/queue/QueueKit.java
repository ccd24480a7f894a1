package dev.ticketwire.mail.queue;

import dev.ticketwire.mail.queue.dispatch.Dispatcher;
import dev.ticketwire.mail.queue.dispatch.QueueSettings;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestSql;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** Dispatchers of one test on a real database, without Quarkus; as many as it wants. */
final class QueueKit implements AutoCloseable {
    private static final class Desk {
        static final dev.ticketwire.setup.database.Database ROOT =
                TestInfrastructure.helpDesk("mail_queue").root();
        static final MariaDbPoolDataSource POOL = pool();

        private Desk() {}

        private static MariaDbPoolDataSource pool() {
            try {
                return new MariaDbPoolDataSource(ROOT.url() + "?user=" + ROOT.user() + "&password=" + ROOT.password()
                        + "&maxPoolSize=24&minPoolSize=1&connectTimeout=3000"
                        + "&sessionVariables=sql_mode='',tx_isolation='READ-COMMITTED'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final String MAIL = "INSERT INTO ticketwire_mail (command_id, ticket_id, ticket_number, type,"
            + " mailbox_id, from_name, from_address, recipients, subject, message_id, created, next_attempt) VALUES"
            + " (UUID(), %1$d, '%1$d', 'reply', %2$d, 'Help', 'help@example.org',"
            + " '[{\"as\":\"to\",\"name\":\"\",\"address\":\"%3$s\"}]', '%4$s', '<%4$s@example.org>', NOW(),"
            + " UTC_TIMESTAMP(3))";

    final TestPostman postman = new TestPostman();
    private final List<Dispatcher> dispatchers = new ArrayList<>();

    QueueKit() throws SQLException {
        execute("DELETE FROM ticketwire_mail", "DELETE FROM ticketwire_mail_text", "DELETE FROM ticketwire_mail_count");
    }

    /** Stores a mail as a command does. Its subject is its Message-ID's first part. */
    void mail(int ticket, int mailbox, String address, String subject) throws SQLException {
        execute(
                MAIL.formatted(ticket, mailbox, address, subject),
                "INSERT INTO ticketwire_mail_text (mail_id, html) SELECT MAX(id), '<p>text</p>' FROM ticketwire_mail");
    }

    void mail(int ticket, String subject) throws SQLException {
        mail(ticket, 1, "customer@example.com", subject);
    }

    static void execute(String... sql) throws SQLException {
        TestSql.execute(Desk.ROOT, sql);
    }

    static List<String> texts(String sql) {
        try {
            return TestSql.texts(Desk.ROOT, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int number(String state) {
        return Integer.parseInt(texts("SELECT COUNT(*) FROM ticketwire_mail WHERE state = '" + state + "'")
                .getFirst());
    }

    /** A dispatcher that tries again within fractions of a second. */
    Dispatcher start(String... settings) {
        return start(Desk.POOL, settings);
    }

    Dispatcher start(DataSource source, String... settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "ticketwire.mail.poll", "50ms",
                "ticketwire.mail.claim", "4s",
                "ticketwire.mail.back-off", "200ms"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put("ticketwire.mail." + settings[i], settings[i + 1]);
        }
        QueueSettings mapped = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(QueueSettings.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(QueueSettings.class);
        Dispatcher dispatcher =
                new Dispatcher(new Database(source), postman, mapped, new SimpleMeterRegistry(), OpenTelemetry.noop());
        dispatchers.add(dispatcher);
        dispatcher.start();
        return dispatcher;
    }

    /** The database, which does not answer while {@code isAway}. */
    static DataSource switched(AtomicBoolean isAway) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (isAway.get()) {
                        throw new SQLException("away", "08000");
                    }
                    return method.invoke(Desk.POOL, arguments);
                });
    }

    @Override
    public void close() {
        postman.open();
        dispatchers.forEach(Dispatcher::kill);
    }
}
