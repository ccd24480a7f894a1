package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.read.ReplicaReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.rest.render.DocumentWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Response and resolution times of tickets created in the range: until the first response (an agent's entry) and, for
 * closed tickets, until the closing. In calendar time, including nights and holidays. One statement, and one for
 * today's date.
 */
@ApplicationScoped
class TimesReport {
    private static final List<String> GROUP_COLUMNS = List.of("id", "name");
    private static final List<String> TIME_COLUMNS = List.of(
            "firstResponse.tickets",
            "firstResponse.medianSeconds",
            "firstResponse.p90Seconds",
            "resolution.tickets",
            "resolution.medianSeconds",
            "resolution.p90Seconds");

    private static final String TIMES = """
            SELECT %s, t.status_id, TIMESTAMPDIFF(SECOND, t.created, t.closed),
              TIMESTAMPDIFF(SECOND, t.created, (SELECT MIN(r.created) FROM {thread} h
                JOIN {thread_entry} r ON r.thread_id = h.id AND r.type = 'R'
                WHERE h.object_id = t.ticket_id AND h.object_type = 'T')) FROM {ticket} t""";
    /** The only value of reports without groups. */
    private static final String UNGROUPED = "0";

    private final ReplicaReads reads;

    TimesReport(ReplicaReads reads) {
        this.reads = reads;
    }

    /** The durations of a group, while they are collected. */
    private record Sample(DurationSample firstResponse, DurationSample resolution) {
        Sample() {
            this(new DurationSample(), new DurationSample());
        }

        Row row(@Nullable Group group) {
            return new Row(group, firstResponse.summary(), resolution.summary());
        }
    }

    /** The times of a group; {@code group} is null in a report without groups. */
    record Row(@Nullable Group group, DurationSummary firstResponse, DurationSummary resolution) implements ReportRow {
        @Override
        public void writeTo(DocumentWriter out) throws IOException {
            out.startObject();
            if (group != null) {
                group.writeTo(out);
            }
            firstResponse.writeTo(out.field("firstResponse"));
            resolution.writeTo(out.field("resolution"));
            out.end();
        }

        @Override
        public List<@Nullable Object> cells() {
            List<@Nullable Object> cells = new ArrayList<>();
            if (group != null) {
                cells.add(group.id());
                cells.add(group.name());
            }
            cells.addAll(firstResponse.cells());
            cells.addAll(resolution.cells());
            return cells;
        }
    }

    /** A single row, or one for each group. */
    Report<Row> read(ReportRequest request) {
        Dimension by = request.by();
        Map<String, Sample> samples = reads.read(connection -> samples(connection, request));
        if (by == null) {
            Sample all = samples.getOrDefault(UNGROUPED, new Sample());
            return new Report<>(TIME_COLUMNS, List.of(all.row(null)), true);
        }
        List<String> columns =
                Stream.concat(GROUP_COLUMNS.stream(), TIME_COLUMNS.stream()).toList();
        List<Row> rows = samples.entrySet().stream()
                .map(entry -> entry.getValue().row(by.group(entry.getKey(), request.reference())))
                .toList();
        return new Report<>(columns, rows, false);
    }

    private static Map<String, Sample> samples(Connection connection, ReportRequest request) throws SQLException {
        DateRange dates = request.dates().withDefaults(DatabaseClock.today(connection));
        Reference reference = request.reference();
        Dimension by = request.by();
        SortedMap<String, Sample> samples = by == null ? new TreeMap<>() : new TreeMap<>(new GroupOrder(by));
        String select = TIMES.formatted(by == null ? UNGROUPED : by.expression(reference));
        new ReportStatement(select, request.filter())
                .inDates(dates, "t.created")
                .forEachRow(connection, row -> {
                    TicketStatus status = reference.statuses().get(row.getInt(2));
                    if (status != null) {
                        add(row, status, samples.computeIfAbsent(row.getString(1), value -> new Sample()));
                    }
                });
        return samples;
    }

    private static void add(ResultSet row, TicketStatus status, Sample sample) throws SQLException {
        long resolution = row.getLong(3);
        if (!row.wasNull() && status.isClosed()) {
            sample.resolution.add(resolution);
        }
        long firstResponse = row.getLong(4);
        if (!row.wasNull()) {
            sample.firstResponse.add(firstResponse);
        }
    }
}
