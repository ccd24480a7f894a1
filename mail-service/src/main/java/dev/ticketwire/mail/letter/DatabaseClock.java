package dev.ticketwire.mail.letter;

import dev.ticketwire.osticket.time.DatabaseZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The zone in which the database writes times. Read again now and then. */
@ApplicationScoped
class DatabaseClock {
    private static final long KNOWN_FOR = Duration.ofMinutes(10).toNanos();

    private final ZoneReader zones;
    private volatile @Nullable Known known;

    private record Known(ZoneId zone, long since) {}

    /** Reads the database's zone. */
    @FunctionalInterface
    interface ZoneReader {
        ZoneId read() throws IOException;
    }

    @Inject
    DatabaseClock(DataSource database) {
        this(() -> zone(database));
    }

    DatabaseClock(ZoneReader zones) {
        this.zones = zones;
    }

    /** @throws IOException if the database does not answer */
    OffsetDateTime offset(LocalDateTime time) throws IOException {
        Known last = known;
        if (last == null || System.nanoTime() - last.since > KNOWN_FOR) {
            last = new Known(zones.read(), System.nanoTime());
            known = last;
        }
        return time.atZone(last.zone).toOffsetDateTime();
    }

    private static ZoneId zone(DataSource database) throws IOException {
        try (Connection connection = database.getConnection()) {
            return DatabaseZone.of(connection);
        } catch (SQLException e) {
            throw new UnreadableFile("the database's time zone cannot be read now", e);
        }
    }
}
