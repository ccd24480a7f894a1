package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements with which the suite answers a get, taken from the server's own log of one get, so that they are the
 * real ones. Ticket number and thread id are left open.
 *
 * @param byNumber ends where the number belongs; {@code before} and {@code after} likewise
 */
record GetStatements(Template ticket, Template entries) {

    /** A statement with one value cut out. */
    record Template(String before, String after) {
        static Template of(String sql, Pattern value) {
            Matcher matcher = value.matcher(sql);
            if (!matcher.find()) {
                throw new IllegalStateException("not found in the statement: " + value);
            }
            return new Template(sql.substring(0, matcher.start(1)), sql.substring(matcher.end(1)));
        }
    }

    /** Watches while {@code get} is answered. @param number the ticket it reads */
    static GetStatements recorded(Connection administrator, String number, Runnable get) throws SQLException {
        String output = HelpDesk.column(administrator, "SELECT @@log_output").getFirst();
        try (Statement statement = administrator.createStatement()) {
            statement.execute("SET GLOBAL log_output = 'TABLE'");
            statement.execute("TRUNCATE TABLE mysql.general_log");
            statement.execute("SET GLOBAL general_log = 1");
            try {
                get.run();
            } finally {
                statement.execute("SET GLOBAL general_log = 0");
            }
            return found(administrator, number);
        } finally {
            try (Statement statement = administrator.createStatement()) {
                statement.execute("TRUNCATE TABLE mysql.general_log");
                statement.execute("SET GLOBAL log_output = '" + output + "'");
            }
        }
    }

    private static GetStatements found(Connection connection, String number) throws SQLException {
        String prefix = HelpDesk.prefix(connection);
        Pattern numbered = Pattern.compile("'(" + Pattern.quote(number) + ")'");
        Template ticket = Template.of(statement(connection, "%'" + number + "'%"), numbered);
        String thread = HelpDesk.column(
                        connection,
                        "SELECT th.id FROM " + prefix + "thread th JOIN " + prefix + "ticket t ON t.ticket_id ="
                                + " th.object_id AND th.object_type = 'T' WHERE t.number = '" + number + "'")
                .getFirst();
        String entries = statement(connection, "%" + prefix + "thread_entry%thread_id = " + thread + "%");
        return new GetStatements(ticket, Template.of(entries, Pattern.compile("thread_id = (" + thread + ")\\b")));
    }

    private static String statement(Connection connection, String pattern) throws SQLException {
        String sql = "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log"
                + " WHERE command_type IN ('Query', 'Execute') AND argument LIKE ? AND argument NOT LIKE '%general_log%'"
                + " ORDER BY event_time LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, pattern);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("The server's log shows no statement like " + pattern);
                }
                return row.getString(1);
            }
        }
    }

    /** Reads a ticket and its entries, every column of every row. @return whether there is such a ticket */
    boolean read(Connection connection, String number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String thread = null;
            try (ResultSet row = statement.executeQuery(ticket.before + number + ticket.after)) {
                if (row.next()) {
                    thread = row.getString("thread_id");
                    readAll(row);
                }
            }
            if (thread == null) {
                return false;
            }
            try (ResultSet row = statement.executeQuery(entries.before + thread + entries.after)) {
                while (row.next()) {
                    readAll(row);
                }
            }
            return true;
        }
    }

    private static void readAll(ResultSet row) throws SQLException {
        for (int column = row.getMetaData().getColumnCount(); column > 0; column--) {
            row.getString(column);
        }
    }

    /** What one connection does of it. */
    static Connections.Work work(Connection connection, GetStatements statements, List<String> numbers) {
        return new Connections.Work() {
            @Override
            public int once() throws SQLException {
                String number = numbers.get(
                        java.util.concurrent.ThreadLocalRandom.current().nextInt(numbers.size()));
                if (!statements.read(connection, number)) {
                    throw new IllegalStateException("ticket " + number + " is gone");
                }
                return 1;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
