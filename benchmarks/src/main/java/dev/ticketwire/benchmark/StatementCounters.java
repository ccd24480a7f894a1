package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The database's work per ticket: shows whether tickets of the gateway and of the bare statements write the same rows,
 * and how full the batches were.
 */
final class StatementCounters {
    private static final List<String> COUNTERS =
            List.of("Handler_write", "Com_select", "Com_insert", "Com_replace", "Com_update", "Com_commit");

    private final List<Long> before;
    private final long ticketsBefore;

    private StatementCounters(List<Long> before, long ticketsBefore) {
        this.before = before;
        this.ticketsBefore = ticketsBefore;
    }

    static StatementCounters begin(Connection connection) throws SQLException {
        return new StatementCounters(counters(connection), TicketTables.tickets(connection));
    }

    /** @return the increase of the counters per ticket created meanwhile, for people */
    String perTicket(Connection connection) throws SQLException {
        List<Long> after = counters(connection);
        double tickets = TicketTables.tickets(connection) - ticketsBefore;
        return IntStream.range(0, COUNTERS.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT, "%s %.2f", COUNTERS.get(i), (after.get(i) - before.get(i)) / tickets))
                .collect(Collectors.joining(
                        ", ", String.format(Locale.ROOT, "%.0f tickets; per ticket: ", tickets), ""));
    }

    private static List<Long> counters(Connection connection) throws SQLException {
        return COUNTERS.stream().map(name -> counter(connection, name)).toList();
    }

    private static long counter(Connection connection, String name) {
        try {
            String sql =
                    "SELECT variable_value FROM information_schema.global_status WHERE variable_name = '" + name + "'";
            return Long.parseLong(TicketTables.column(connection, sql).getFirst());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
