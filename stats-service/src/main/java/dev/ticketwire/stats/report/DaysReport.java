package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.read.ReplicaReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.rest.render.DocumentWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of tickets created, closed and reopened on each day, including days without any. A ticket that was closed
 * several times counts each time. Two statements, and one for today's date.
 */
@ApplicationScoped
class DaysReport {
    private static final int MAX_DAYS = 366;
    private static final List<String> COLUMNS = List.of("date", "created", "closed", "reopened");
    private static final String CREATED = "SELECT DATE(t.created) AS day, COUNT(*) FROM {ticket} t";
    private static final String EVENTS = """
            SELECT DATE(v.timestamp) AS day, v.event_id, COUNT(*) FROM {thread_event} v
              JOIN {thread} h ON h.id = v.thread_id AND h.object_type IN ('T', 'C')
              JOIN {ticket} t ON t.ticket_id = h.object_id""";

    private final ReplicaReads reads;

    DaysReport(ReplicaReads reads) {
        this.reads = reads;
    }

    /** The tickets of a day. */
    record Row(LocalDate date, long created, long closed, long reopened) implements ReportRow {
        Row(LocalDate date) {
            this(date, 0, 0, 0);
        }

        Row plus(long moreCreated, long moreClosed, long moreReopened) {
            return new Row(date, created + moreCreated, closed + moreClosed, reopened + moreReopened);
        }

        @Override
        public void writeTo(DocumentWriter out) throws IOException {
            out.startObject().field("date", date.toString()).field("created", created);
            out.field("closed", closed).field("reopened", reopened).end();
        }

        @Override
        public List<@Nullable Object> cells() {
            return Arrays.asList(date.toString(), created, closed, reopened);
        }
    }

    Report<Row> read(ReportRequest request) {
        SortedMap<LocalDate, Row> rows = reads.read(connection -> rows(connection, request));
        return new Report<>(COLUMNS, List.copyOf(rows.values()), false);
    }

    private static SortedMap<LocalDate, Row> rows(Connection connection, ReportRequest request) throws SQLException {
        DateRange dates =
                request.dates().withDefaults(DatabaseClock.today(connection)).atMost(MAX_DAYS);
        SortedMap<LocalDate, Row> rows = new TreeMap<>();
        dates.forEach(date -> rows.put(date, new Row(date)));
        addCreated(connection, request, dates, rows);
        addEvents(connection, request, dates, rows);
        return rows;
    }

    private static void addCreated(
            Connection connection, ReportRequest request, DateRange dates, SortedMap<LocalDate, Row> rows)
            throws SQLException {
        new ReportStatement(CREATED, request.filter())
                .inDates(dates, "t.created")
                .end("GROUP BY day")
                .forEachRow(connection, row -> {
                    long tickets = row.getLong(2);
                    update(rows, row.getString(1), day -> day.plus(tickets, 0, 0));
                });
    }

    /** Events of tickets that exist; deleted tickets are not counted. */
    private static void addEvents(
            Connection connection, ReportRequest request, DateRange dates, SortedMap<LocalDate, Row> rows)
            throws SQLException {
        Reference reference = request.reference();
        int closed = reference.event("closed");
        new ReportStatement(EVENTS, request.filter())
                .inDates(dates, "v.timestamp")
                .and("v.event_id IN (?, ?)", closed, reference.event("reopened"))
                .and("v.thread_type = 'T'")
                .end("GROUP BY day, v.event_id")
                .forEachRow(connection, row -> {
                    boolean isClosed = row.getInt(2) == closed;
                    long tickets = row.getLong(3);
                    update(rows, row.getString(1), day -> day.plus(0, isClosed ? tickets : 0, isClosed ? 0 : tickets));
                });
    }

    private static void update(SortedMap<LocalDate, Row> rows, String date, UnaryOperator<Row> change) {
        rows.compute(LocalDate.parse(date), (day, row) -> change.apply(row == null ? new Row(day) : row));
    }
}
