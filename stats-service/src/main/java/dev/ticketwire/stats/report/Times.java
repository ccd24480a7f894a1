package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long tickets created in the range waited for the first response, an entry by an agent, and, if their state is
 * closed, for their end. By the clock, nights and holidays included. One statement, and one for today's date.
 */
@ApplicationScoped
class Times {
    private static final String[] FIGURES = {
        "firstResponse.tickets", "firstResponse.medianSeconds", "firstResponse.p90Seconds",
        "resolution.tickets", "resolution.medianSeconds", "resolution.p90Seconds"
    };
    private static final String ALL = "0";

    private final HelpDeskReads reads;

    Times(HelpDeskReads reads) {
        this.reads = reads;
    }

    /** The tickets of one group. */
    private record Waits(Seconds firstResponse, Seconds resolution) {
        Waits() {
            this(new Seconds(), new Seconds());
        }
    }

    /** One row without {@code by}, else one for each value. */
    Sheet read(Question question) {
        return reads.read(connection -> read(connection, question));
    }

    private static Sheet read(Connection connection, Question question) throws SQLException {
        Days days = question.days().closed(Today.of(connection));
        Dimension by = question.by();
        Map<String, Waits> waits = by == null ? new TreeMap<>() : new TreeMap<>(new ByValue(by));
        gather(connection, question, days, waits);
        return by == null ? sheet(waits.getOrDefault(ALL, new Waits())) : sheet(waits, by, question.reference());
    }

    private static void gather(Connection connection, Question question, Days days, Map<String, Waits> waits)
            throws SQLException {
        Reference reference = question.reference();
        Dimension by = question.by();
        String group = by == null ? ALL : by.expression(reference);
        new Query(
                        "SELECT " + group + ", t.status_id, TIMESTAMPDIFF(SECOND, t.created, t.closed),"
                                + " TIMESTAMPDIFF(SECOND, t.created, (SELECT MIN(r.created) FROM {thread} h"
                                + " JOIN {thread_entry} r ON r.thread_id = h.id AND r.type = 'R'"
                                + " WHERE h.object_id = t.ticket_id AND h.object_type = 'T')) FROM {ticket} t",
                        question.filter())
                .in(days, "t.created")
                .each(connection, row -> {
                    TicketStatus status = reference.statuses().get(row.getInt(2));
                    if (status == null) {
                        return;
                    }
                    Waits of = waits.computeIfAbsent(row.getString(1), value -> new Waits());
                    long resolution = row.getLong(3);
                    if (!row.wasNull() && status.isClosed()) {
                        of.resolution().add(resolution);
                    }
                    long firstResponse = row.getLong(4);
                    if (!row.wasNull()) {
                        of.firstResponse().add(firstResponse);
                    }
                });
    }

    private static Sheet sheet(Waits waits) {
        Sheet sheet = Sheet.of(FIGURES);
        sheet.add(figures(new ArrayList<>(), waits));
        return sheet;
    }

    private static Sheet sheet(Map<String, Waits> waits, Dimension by, Reference reference) {
        List<String> columns = new ArrayList<>(List.of("id", "name"));
        columns.addAll(List.of(FIGURES));
        Sheet sheet = new Sheet(columns, new ArrayList<>());
        waits.forEach((value, of) -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(by.id(value));
            row.add(by.name(value, reference));
            sheet.add(figures(row, of));
        });
        return sheet;
    }

    private static List<@Nullable Object> figures(List<@Nullable Object> row, Waits of) {
        row.addAll(of.firstResponse().figures());
        row.addAll(of.resolution().figures());
        return row;
    }
}
