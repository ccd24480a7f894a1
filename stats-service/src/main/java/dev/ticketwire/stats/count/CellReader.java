package dev.ticketwire.stats.count;

import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts all tickets in one statement; those whose status does not exist are invisible. */
@ApplicationScoped
class CellReader {
    /**
     * The states are joined to the groups, not to the tickets: a few rows instead of all. Grouped by the bare columns of the
     * index ticketwire_counts, in its order: it is read through once, and nothing is sorted or put aside.
     */
    private static final String CELLS = TablePrefix.named("""
            SELECT g.dept_id, g.staff_id, s.state = 'closed', g.isoverdue, g.tickets
            FROM (SELECT dept_id, staff_id, status_id, isoverdue, COUNT(*) AS tickets
                  FROM {ticket} GROUP BY dept_id, staff_id, status_id, isoverdue) g
              JOIN {ticket_status} s ON s.id = g.status_id""");

    private final HelpDeskReads reads;

    CellReader(HelpDeskReads reads) {
        this.reads = reads;
    }

    List<Cell> all() {
        return reads.read(CellReader::all);
    }

    private static List<Cell> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CELLS);
                ResultSet row = statement.executeQuery()) {
            List<Cell> cells = new ArrayList<>();
            while (row.next()) {
                cells.add(new Cell(row.getInt(1), row.getInt(2), row.getBoolean(3), row.getBoolean(4), row.getLong(5)));
            }
            return cells;
        }
    }
}
