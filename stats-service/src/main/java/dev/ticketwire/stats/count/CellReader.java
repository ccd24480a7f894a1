package dev.ticketwire.stats.count;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.Visible;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.read.ReadFailed;
import dev.ticketwire.osticket.schema.TablePrefix;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Counts all tickets; those whose status does not exist are invisible. Many are counted in two halves at the same time,
 * as the server gives a statement one core: a ticket that changes department at that very moment may be in both halves, or in
 * none.
 */
@ApplicationScoped
class CellReader {
    /**
     * The states are joined to the groups, not to the tickets: a few rows instead of all. Grouped by the bare columns of the
     * index ticketwire_counts, in its order: it is read through once, and nothing is sorted or put aside.
     */
    private static final String CELLS = TablePrefix.named("""
            SELECT g.dept_id, g.staff_id, s.state = 'closed', g.isoverdue, g.tickets
            FROM (SELECT dept_id, staff_id, status_id, isoverdue, COUNT(*) AS tickets
                  FROM {ticket} %s GROUP BY dept_id, staff_id, status_id, isoverdue) g
              JOIN {ticket_status} s ON s.id = g.status_id""");

    private static final String ALL = CELLS.formatted("");
    private static final String FIRST = CELLS.formatted("WHERE dept_id <= ?");
    private static final String SECOND = CELLS.formatted("WHERE dept_id > ?");

    private final HelpDeskReads reads;
    /** As the last count found them: how tickets are spread changes slowly. */
    private volatile @Nullable Halves halves;

    CellReader(HelpDeskReads reads) {
        this.reads = reads;
    }

    List<Cell> in(Departments departments) {
        return departments.areAll()
                ? all()
                : reads.read(connection -> read(connection, someOf(departments), departments.ids()));
    }

    private static String someOf(Departments departments) {
        return CELLS.formatted("WHERE TRUE" + Visible.and("dept_id", departments));
    }

    private List<Cell> all() {
        Halves last = halves;
        List<Cell> cells = last == null ? read(ALL) : both(last);
        halves = Halves.of(cells);
        return cells;
    }

    private List<Cell> both(Halves last) {
        CompletableFuture<List<Cell>> second =
                CompletableFuture.supplyAsync(() -> read(SECOND, last.department()), Thread::startVirtualThread);
        List<Cell> cells = read(FIRST, last.department());
        try {
            cells.addAll(second.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof ReadFailed failed ? failed : e;
        }
        return cells;
    }

    private List<Cell> read(String sql, Integer... departments) {
        return reads.read(connection -> read(connection, sql, List.of(departments)));
    }

    private static List<Cell> read(Connection connection, String sql, List<Integer> departments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int i = 1;
            for (int department : departments) {
                statement.setInt(i++, department);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<Cell> cells = new ArrayList<>();
                while (row.next()) {
                    cells.add(new Cell(
                            row.getInt(1), row.getInt(2), row.getBoolean(3), row.getBoolean(4), row.getLong(5)));
                }
                return cells;
            }
        }
    }
}
