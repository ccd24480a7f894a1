package dev.ticketwire.query.search;

import dev.ticketwire.binlog.Binlog;
import dev.ticketwire.binlog.BinlogFollower;
import dev.ticketwire.binlog.Projection;
import dev.ticketwire.binlog.RowChange;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When each ticket was created, kept as tickets come and go. */
@ApplicationScoped
class TicketAges implements Projection {
    /** As the log tells times: milliseconds since 1970, taken as if they were in UTC; 0 for a time that is none. */
    private static final String AGES = TablePrefix.named(
            "SELECT ticket_id, IFNULL(TIMESTAMPDIFF(SECOND, '1970-01-01', created), 0) * 1000 FROM {ticket}");

    private volatile @Nullable BinlogFollower follower;
    private volatile Ages ages = new Ages();

    void start(@Observes StartupEvent event, Binlog binlog) {
        follower = binlog.follow(this);
    }

    /** @return null if they are not known at present */
    @Nullable
    Ages current() {
        BinlogFollower kept = follower;
        return kept != null && kept.isCurrent() ? ages : null;
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
        Ages all = new Ages();
        try (Statement statement = snapshot.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(AGES)) {
                while (row.next()) {
                    all.put((int) row.getLong(1), row.getLong(2));
                }
            }
        }
        ages = all;
    }

    @Override
    public void apply(List<RowChange> transaction) {
        for (RowChange change : transaction) {
            @Nullable Serializable[] before = change.before();
            @Nullable Serializable[] after = change.after();
            // A ticket that stays is there at every moment.
            if (before != null && (after == null || !number(before[0]).equals(number(after[0])))) {
                ages.remove(number(before[0]).intValue());
            }
            if (after != null) {
                ages.put(number(after[0]).intValue(), number(after[1]).longValue());
            }
        }
    }

    private static Number number(@Nullable Serializable value) {
        return (Number) Objects.requireNonNull(value);
    }
}
