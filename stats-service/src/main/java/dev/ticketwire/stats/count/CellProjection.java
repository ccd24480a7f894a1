package dev.ticketwire.stats.count;

import dev.ticketwire.binlog.Binlog;
import dev.ticketwire.binlog.BinlogFollower;
import dev.ticketwire.binlog.Projection;
import dev.ticketwire.binlog.RowChange;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The counts of all tickets, kept as tickets change: they cost the same however many tickets there are. */
@ApplicationScoped
class CellProjection implements Projection {
    private volatile Map<Cell, Long> tickets = Map.of();
    private volatile @Nullable BinlogFollower follower;

    void start(@Observes StartupEvent event, Binlog binlog) {
        follower = binlog.follow(this);
    }

    /** @return null if they are not known at present */
    @Nullable
    Map<Cell, Long> current() {
        BinlogFollower kept = follower;
        return kept != null && kept.isCurrent() ? tickets : null;
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
        tickets = CellReader.all(snapshot);
    }

    @Override
    public void apply(List<RowChange> transaction) {
        Map<Cell, Long> more = new HashMap<>();
        for (RowChange change : transaction) {
            add(more, change.before(), -1);
            add(more, change.after(), 1);
        }
        if (!more.isEmpty()) {
            Map<Cell, Long> next = new HashMap<>(tickets);
            more.forEach((cell, count) -> add(next, cell, count));
            if (next.values().stream().anyMatch(count -> count < 0)) {
                throw new IllegalStateException("a ticket left that was never counted");
            }
            tickets = next;
        }
    }

    private static void add(Map<Cell, Long> tickets, @Nullable Serializable @Nullable [] row, long count) {
        if (row != null) {
            add(tickets, new Cell(number(row[0]), number(row[1]), number(row[2]), number(row[3]) != 0), count);
        }
    }

    private static void add(Map<Cell, Long> tickets, Cell cell, long count) {
        tickets.merge(cell, count, (a, b) -> a + b == 0 ? null : a + b);
    }

    private static int number(@Nullable Serializable value) {
        return ((Number) Objects.requireNonNull(value)).intValue();
    }
}
