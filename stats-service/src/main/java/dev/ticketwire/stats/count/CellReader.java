package dev.ticketwire.stats.count;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Counts tickets: from memory while that is known to be right, else in one statement. */
@ApplicationScoped
class CellReader {
    /** By the bare columns of the index ticketwire_counts, in its order: it is read through once, and nothing is sorted. */
    private static final String CELLS = """
            SELECT dept_id, staff_id, status_id, isoverdue, COUNT(*)
            FROM {ticket} GROUP BY dept_id, staff_id, status_id, isoverdue""";

    private final CellProjection projection;
    private final HelpDeskReads reads;

    CellReader(CellProjection projection, HelpDeskReads reads) {
        this.projection = projection;
        this.reads = reads;
    }

    Map<Cell, Long> in(Departments departments) {
        Map<Cell, Long> kept = projection.current();
        Map<Cell, Long> tickets = new HashMap<>(kept == null ? reads.read(CellReader::all) : kept);
        tickets.keySet().removeIf(cell -> !departments.include(cell.departmentId()));
        return tickets;
    }

    static Map<Cell, Long> all(Connection connection) throws SQLException {
        Map<Cell, Long> tickets = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TablePrefix.named(CELLS));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Cell cell = new Cell(row.getInt(1), row.getInt(2), row.getInt(3), row.getBoolean(4));
                tickets.merge(cell, row.getLong(5), Long::sum);
            }
        }
        return tickets;
    }
}
