package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many tickets were created, closed and reopened on each day, days without any included. A ticket counts as often as
 * it was closed, also where it was reopened later. Two statements, and one for today's date.
 */
@ApplicationScoped
class Daily {
    private static final int MOST = 366;

    private final HelpDeskReads reads;

    Daily(HelpDeskReads reads) {
        this.reads = reads;
    }

    Sheet read(Question question) {
        return reads.read(connection -> read(connection, question));
    }

    private static long[] of(Map<LocalDate, long[]> counts, String day) {
        return counts.computeIfAbsent(LocalDate.parse(day), none -> new long[3]);
    }

    private static Sheet read(Connection connection, Question question) throws SQLException {
        Days days = question.days().closed(Today.of(connection)).atMost(MOST);
        Map<LocalDate, long[]> counts = new TreeMap<>();
        days.each(day -> counts.put(day, new long[3]));
        created(connection, question, days, counts);
        closedAndReopened(connection, question, days, counts);
        Sheet sheet = Sheet.of("date", "created", "closed", "reopened");
        counts.forEach((day, of) -> sheet.add(Arrays.asList(day.toString(), of[0], of[1], of[2])));
        return sheet;
    }

    private static void created(Connection connection, Question question, Days days, Map<LocalDate, long[]> counts)
            throws SQLException {
        new Query("SELECT DATE(t.created) AS day, COUNT(*) FROM {ticket} t", question.filter())
                .in(days, "t.created")
                .end("GROUP BY day")
                .each(connection, row -> of(counts, row.getString(1))[0] += row.getLong(2));
    }

    /** Of tickets that there are: what became of others is nobody's figure any more. */
    private static void closedAndReopened(
            Connection connection, Question question, Days days, Map<LocalDate, long[]> counts) throws SQLException {
        Reference reference = question.reference();
        int closed = reference.event("closed");
        new Query(
                        "SELECT DATE(v.timestamp) AS day, v.event_id, COUNT(*) FROM {thread_event} v"
                                + " JOIN {thread} h ON h.id = v.thread_id AND h.object_type IN ('T', 'C')"
                                + " JOIN {ticket} t ON t.ticket_id = h.object_id",
                        question.filter())
                .in(days, "v.timestamp")
                .and("v.event_id IN (?, ?)", closed, reference.event("reopened"))
                .and("v.thread_type = 'T'")
                .end("GROUP BY day, v.event_id")
                .each(
                        connection,
                        row -> of(counts, row.getString(1))[row.getInt(2) == closed ? 1 : 2] += row.getLong(3));
    }
}
