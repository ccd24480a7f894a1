package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.read.ReplicaReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.stats.count.TicketCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of tickets by group: {@code total}, {@code open}, {@code closed} and {@code overdue} as in {@code GET
 * /stats}. Tickets whose status does not exist are not counted. One statement.
 */
@ApplicationScoped
class CountsReport {
    private static final List<String> COLUMNS = List.of("id", "name", "total", "open", "closed", "overdue");

    private final ReplicaReads reads;

    CountsReport(ReplicaReads reads) {
        this.reads = reads;
    }

    /** The tickets of a group. */
    record Row(Group group, TicketCounts counts) implements ReportRow {
        @Override
        public void writeTo(DocumentWriter out) throws IOException {
            group.writeTo(out.startObject());
            counts.writeAll(out);
            out.end();
        }

        @Override
        public List<@Nullable Object> cells() {
            return Arrays.asList(
                    group.id(), group.name(), counts.total(), counts.open(), counts.closed(), counts.overdue());
        }
    }

    Report<Row> read(ReportRequest request) {
        Dimension by = request.by(Dimension.DEPARTMENT);
        SortedMap<String, TicketCounts> counts = reads.read(connection -> counts(connection, request, by));
        List<Row> rows = counts.entrySet().stream()
                .map(entry -> new Row(by.group(entry.getKey(), request.reference()), entry.getValue()))
                .toList();
        return new Report<>(COLUMNS, rows, false);
    }

    private static SortedMap<String, TicketCounts> counts(Connection connection, ReportRequest request, Dimension by)
            throws SQLException {
        Reference reference = request.reference();
        SortedMap<String, TicketCounts> counts = new TreeMap<>(new GroupOrder(by));
        String select = "SELECT %s AS value, t.status_id, t.isoverdue, COUNT(*) FROM {ticket} t"
                .formatted(by.expression(reference));
        new ReportStatement(select, request.filter())
                .inDates(request.dates(), "t.created")
                .end("GROUP BY value, t.status_id, t.isoverdue")
                .forEachRow(connection, row -> {
                    TicketStatus status = reference.statuses().get(row.getInt(2));
                    if (status != null) {
                        counts.computeIfAbsent(row.getString(1), value -> new TicketCounts())
                                .add(row.getLong(4), status.isClosed(), row.getInt(3) != 0);
                    }
                });
        return counts;
    }
}
