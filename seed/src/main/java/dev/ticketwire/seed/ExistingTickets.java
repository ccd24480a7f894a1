package dev.ticketwire.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The existing tickets and users, so that no number is used twice and an interrupted run continues. */
final class ExistingTickets {
    private final Map<Integer, Integer> users = new HashMap<>();
    private int[] tickets = new int[1 << 16];
    private int total;

    private ExistingTickets() {}

    static ExistingTickets read(Connection connection, String prefix) throws SQLException {
        ExistingTickets existing = new ExistingTickets();
        existing.total = existing.number(connection, "SELECT COUNT(*) FROM `" + prefix + "ticket`");
        each(
                connection,
                "SELECT number, ticket_id FROM `" + prefix + "ticket` WHERE number REGEXP '^[1-9][0-9]{6}$'",
                row -> existing.addTicket(
                        Integer.parseInt(row.getString(1)) - SyntheticNames.FIRST_NUMBER, row.getInt(2)));
        each(
                connection,
                "SELECT address, user_id FROM `" + prefix + "user_email` WHERE address LIKE '%" + SyntheticNames.DOMAIN
                        + "'",
                row -> existing.users.put(SyntheticNames.userOf(row.getString(1)), row.getInt(2)));
        return existing;
    }

    /** Number of all tickets. */
    int total() {
        return total;
    }

    /** Id of the ticket with this running number, 0 if there is none. */
    int ticket(int runningNumber) {
        return runningNumber < tickets.length ? tickets[runningNumber] : 0;
    }

    /** Id of the user with this running number, 0 if there is none. */
    int user(int runningNumber) {
        return users.getOrDefault(runningNumber, 0);
    }

    private void addTicket(int runningNumber, int id) {
        if (runningNumber >= tickets.length) {
            tickets = java.util.Arrays.copyOf(tickets, Math.max(runningNumber + 1, tickets.length * 2));
        }
        tickets[runningNumber] = id;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private int number(Connection connection, String sql) throws SQLException {
        int[] number = {0};
        each(connection, sql, row -> number[0] = row.getInt(1));
        return number[0];
    }

    private static void each(Connection connection, String sql, Row reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(10_000);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
