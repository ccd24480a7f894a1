package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How many tickets there are of each department, agent and so on: {@code total} of them, of which {@code closed} ones are
 * of that state and the others {@code open}, as for {@code GET /stats}; {@code overdue} of either. Those whose status does
 * not exist are invisible. One statement.
 */
@ApplicationScoped
class Counts {
    private final HelpDeskReads reads;

    Counts(HelpDeskReads reads) {
        this.reads = reads;
    }

    Sheet read(Question question) {
        return reads.read(connection -> read(connection, question));
    }

    private static Sheet read(Connection connection, Question question) throws SQLException {
        Dimension by = question.by(Dimension.DEPARTMENT);
        Reference reference = question.reference();
        Map<String, long[]> counts = new HashMap<>();
        new Query(
                        "SELECT " + by.expression(reference) + " AS value, t.status_id, t.isoverdue, COUNT(*)"
                                + " FROM {ticket} t",
                        question.filter())
                .in(question.days(), "t.created")
                .end("GROUP BY value, t.status_id, t.isoverdue")
                .each(connection, row -> {
                    TicketStatus status = reference.statuses().get(row.getInt(2));
                    if (status != null) {
                        long[] of = counts.computeIfAbsent(row.getString(1), value -> new long[3]);
                        long tickets = row.getLong(4);
                        of[0] += tickets;
                        of[1] += status.isClosed() ? tickets : 0;
                        of[2] += row.getInt(3) != 0 ? tickets : 0;
                    }
                });
        Sheet sheet = Sheet.of("id", "name", "total", "open", "closed", "overdue");
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(new ByValue(by)))
                .forEach(entry -> sheet.add(Arrays.asList(
                        by.id(entry.getKey()),
                        by.name(entry.getKey(), reference),
                        entry.getValue()[0],
                        entry.getValue()[0] - entry.getValue()[1],
                        entry.getValue()[1],
                        entry.getValue()[2])));
        return sheet;
    }
}
