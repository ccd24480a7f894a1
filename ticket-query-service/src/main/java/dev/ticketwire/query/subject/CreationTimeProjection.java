package dev.ticketwire.query.subject;

import dev.ticketwire.binlog.Binlog;
import dev.ticketwire.binlog.BinlogFollower;
import dev.ticketwire.binlog.ChangedRow;
import dev.ticketwire.binlog.Projection;
import dev.ticketwire.binlog.Row;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An in-memory projection of all tickets' creation times, kept current from the binary log. */
@ApplicationScoped
public class CreationTimeProjection implements Projection {
    /** Milliseconds since 1970 as if times were in UTC; 0 for an invalid time. */
    private static final String TIMES = TablePrefix.named(
            "SELECT ticket_id, IFNULL(TIMESTAMPDIFF(SECOND, '1970-01-01', created), 0) * 1000 FROM {ticket}");

    private volatile @Nullable BinlogFollower follower;
    private volatile CreationTimes times = new CreationTimes();

    void start(@Observes StartupEvent event, Binlog binlog) {
        follower = binlog.follow(this);
    }

    /** @return null while the projection is not current */
    public @Nullable CreationTimes current() {
        BinlogFollower log = follower;
        return log != null && log.isCurrent() ? times : null;
    }

    @Override
    public String table() {
        return "ticket";
    }

    @Override
    public List<String> columns() {
        return List.of("ticket_id", "created");
    }

    @Override
    public void load(Connection snapshot) throws SQLException {
        CreationTimes all = new CreationTimes();
        try (Statement statement = snapshot.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(TIMES)) {
                while (row.next()) {
                    all.put((int) row.getLong(1), row.getLong(2));
                }
            }
        }
        times = all;
    }

    @Override
    public void apply(List<ChangedRow> transaction) {
        for (ChangedRow change : transaction) {
            Row before = change.before();
            Row after = change.after();
            // Not removed first: readers must find a ticket that stays at every moment.
            if (before != null && (after == null || ticket(before) != ticket(after))) {
                times.remove(ticket(before));
            }
            if (after != null) {
                LocalDateTime created = after.time("created");
                times.put(ticket(after), created == null ? 0 : created.toEpochSecond(ZoneOffset.UTC) * 1000);
            }
        }
    }

    private static int ticket(Row row) {
        return Objects.requireNonNull(row.number("ticket_id")).intValue();
    }
}
