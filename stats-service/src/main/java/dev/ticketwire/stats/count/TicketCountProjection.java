package dev.ticketwire.stats.count;

import dev.ticketwire.binlog.Binlog;
import dev.ticketwire.binlog.BinlogFollower;
import dev.ticketwire.binlog.ChangedRow;
import dev.ticketwire.binlog.Projection;
import dev.ticketwire.binlog.Row;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An in-memory projection of the numbers of tickets by group, kept current from the binary log. */
@ApplicationScoped
class TicketCountProjection implements Projection {
    private volatile Map<TicketGroup, Long> tickets = Map.of();
    private volatile @Nullable BinlogFollower follower;

    void start(@Observes StartupEvent event, Binlog binlog) {
        follower = binlog.follow(this);
    }

    /** @return null while the projection is not current */
    @Nullable
    Map<TicketGroup, Long> current() {
        BinlogFollower log = follower;
        return log != null && log.isCurrent() ? tickets : null;
    }

    @Override
    public String table() {
        return "ticket";
    }

    @Override
    public List<String> columns() {
        return List.of("dept_id", "staff_id", "status_id", "isoverdue");
    }

    @Override
    public void load(Connection snapshot) throws SQLException {
        tickets = TicketCountReader.all(snapshot);
    }

    @Override
    public void apply(List<ChangedRow> transaction) {
        Map<TicketGroup, Long> changes = new HashMap<>();
        for (ChangedRow change : transaction) {
            add(changes, change.before(), -1);
            add(changes, change.after(), 1);
        }
        if (!changes.isEmpty()) {
            Map<TicketGroup, Long> next = new HashMap<>(tickets);
            changes.forEach((group, count) -> add(next, group, count));
            if (next.values().stream().anyMatch(count -> count < 0)) {
                throw new IllegalStateException("a group has fewer than 0 tickets");
            }
            tickets = next;
        }
    }

    private static void add(Map<TicketGroup, Long> tickets, @Nullable Row row, long count) {
        if (row != null) {
            TicketGroup group = new TicketGroup(
                    number(row, "dept_id"),
                    number(row, "staff_id"),
                    number(row, "status_id"),
                    number(row, "isoverdue") != 0);
            add(tickets, group, count);
        }
    }

    private static void add(Map<TicketGroup, Long> tickets, TicketGroup group, long count) {
        tickets.merge(group, count, (a, b) -> a + b == 0 ? null : a + b);
    }

    private static int number(Row row, String column) {
        return Objects.requireNonNull(row.number(column)).intValue();
    }
}
