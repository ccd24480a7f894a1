package dev.ticketwire.stats.count;

import dev.ticketwire.osticket.read.ReplicaReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Counts tickets by group: from the projection while that is current, else in one statement. */
@ApplicationScoped
class TicketCountReader {
    /**
     * Groups by the columns of the index ticketwire_counts in their order, so that the server reads it without sorting.
     */
    private static final String COUNTS = """
            SELECT dept_id, staff_id, status_id, isoverdue, COUNT(*)
            FROM {ticket} GROUP BY dept_id, staff_id, status_id, isoverdue""";

    private final TicketCountProjection projection;
    private final ReplicaReads reads;

    TicketCountReader(TicketCountProjection projection, ReplicaReads reads) {
        this.projection = projection;
        this.reads = reads;
    }

    /** The numbers of tickets. Not changed any more. */
    Map<TicketGroup, Long> counts() {
        Map<TicketGroup, Long> projected = projection.current();
        return projected == null ? reads.read(TicketCountReader::all) : projected;
    }

    /** The numbers of all tickets. */
    static Map<TicketGroup, Long> all(Connection connection) throws SQLException {
        Map<TicketGroup, Long> counts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TablePrefix.named(COUNTS));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                TicketGroup group = new TicketGroup(row.getInt(1), row.getInt(2), row.getInt(3), row.getBoolean(4));
                counts.merge(group, row.getLong(5), Long::sum);
            }
        }
        return counts;
    }
}
