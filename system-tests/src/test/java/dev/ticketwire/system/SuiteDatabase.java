package dev.ticketwire.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The suite's database, to look up what was stored. */
final class SuiteDatabase {
    private final String url;
    private final String user;
    private final String password;

    /**
     * A ticket with the command that made it.
     *
     * @param command id of the command; a ticket with several is several rows
     */
    record Opened(String subject, String number, String command, String state) {}

    /** @param format {@code html}, {@code text} or {@code markdown} */
    record StoredBody(long id, String format, String body) {}

    SuiteDatabase(RunningSuite suite) {
        this.url = "jdbc:mariadb://" + suite.setting("DB_HOST") + ":" + suite.setting("DB_PORT") + "/"
                + suite.setting("DB_NAME");
        this.user = suite.setting("DB_ROOT_USER");
        this.password = suite.setting("DB_ROOT_PASSWORD");
    }

    /** Every ticket whose subject begins so, once for each command that made it. */
    List<Opened> opened(String subjects) throws SQLException {
        return rows(
                """
                SELECT d.subject, t.number, COALESCE(c.id, ''), COALESCE(c.state, 'no command')
                FROM ost_ticket t JOIN ost_ticket__cdata d ON d.ticket_id = t.ticket_id
                  LEFT JOIN ticketwire_command c ON c.ticket_id = t.ticket_id
                WHERE d.subject LIKE CONCAT(?, '%') ORDER BY 1""",
                row -> new Opened(row.getString(1), row.getString(2), row.getString(3), row.getString(4)), subjects);
    }

    /** The bodies of all thread entries that are like {@code pattern}. */
    List<StoredBody> bodies(String pattern) throws SQLException {
        return rows(
                "SELECT id, format, body FROM ost_thread_entry WHERE body LIKE ?",
                row -> new StoredBody(row.getLong(1), row.getString(2), row.getString(3)),
                pattern);
    }

    /** State and reason of a webhook, such as {@code paused owner}; empty if there is none. */
    List<String> webhook(int id) throws SQLException {
        return rows(
                "SELECT CONCAT_WS(' ', state, reason) FROM ticketwire_webhook WHERE id = ?",
                row -> row.getString(1),
                String.valueOf(id));
    }

    /** Numbers that more than one ticket has. */
    List<String> sharedNumbers() throws SQLException {
        return rows("SELECT number FROM ost_ticket GROUP BY number HAVING COUNT(*) > 1", row -> row.getString(1));
    }

    /** Runs statements one after the other on one connection; each is a commit of its own. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            for (String sql : statements) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.execute();
                }
            }
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Reading<T> reading, String... parameters) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reading.read(row));
                }
            }
            return found;
        }
    }
}
