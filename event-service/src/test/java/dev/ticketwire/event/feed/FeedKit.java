package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.event.capture.EventAssembler;
import dev.ticketwire.event.feed.store.StateTopic;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.setup.database.Database;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Replicas of the feed without Quarkus. */
final class FeedKit {
    private FeedKit() {}

    static FeedSettings settings(Map<String, String> some) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(FeedSettings.class)
                .withDefaultValues(some)
                .build()
                .getConfigMapping(FeedSettings.class);
    }

    static DataSource dataSource(Database database) {
        try {
            return new MariaDbDataSource(
                    database.url() + "?user=" + database.user() + "&password=" + database.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static FeedParts parts(
            Map<String, Object> kafka,
            DataSource database,
            Supplier<CaptureLog> logs,
            Supplier<EventAssembler> assemblers,
            FeedParts.TicketStates tickets,
            Supplier<Reference> reference) {
        StateTopic states = new StateTopic(kafka);
        states.start();
        return new FeedParts(
                settings(Map.of("ticketwire.events.save-interval", "200ms")),
                kafka,
                states,
                logs,
                assemblers,
                tickets,
                database,
                reference,
                new FeedStatus(),
                events -> {},
                gap -> {});
    }
}
