package dev.ticketwire.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The help desk of a test, seen from inside one transaction that is rolled back. */
public class Sandbox implements AutoCloseable {
    private final Connection connection;
    private final Reference reference;
    private final LocalDateTime now;

    public Sandbox(Connection connection, Reference reference) throws SQLException {
        this.connection = connection;
        this.reference = reference;
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement("SELECT NOW()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            now = row.getObject(1, LocalDateTime.class);
        }
    }

    /** The time of the wave, as the database writes it. */
    public String now() {
        return DatabaseTime.format(now);
    }

    public <C extends Command> List<Result> apply(Handler<C> handler, List<C> commands) throws SQLException {
        return apply(handler, 1, commands);
    }

    /** @param apiKey the id of the key that sends them */
    public <C extends Command> List<Result> apply(Handler<C> handler, int apiKey, List<C> commands)
            throws SQLException {
        return apply(handler, apiKey, Departments.ALL, commands);
    }

    /** @param departments that the key may change */
    public <C extends Command> List<Result> apply(
            Handler<C> handler, int apiKey, Departments departments, List<C> commands) throws SQLException {
        List<Received<C>> received = commands.stream()
                .map(command -> new Received<>("command", apiKey, departments, command, null))
                .toList();
        return wave(handler, received);
    }

    /** Commands of several callers. */
    public <C extends Command> List<Result> wave(Handler<C> handler, List<Received<C>> received) throws SQLException {
        return handler.apply(new Wave<>(connection, reference, now, received));
    }

    public static Result.Applied applied(Result result) {
        assertThat(result).isInstanceOf(Result.Applied.class);
        return (Result.Applied) result;
    }

    public static Refusal refusal(Result result) {
        assertThat(result).isInstanceOf(Result.Rejected.class);
        return ((Result.Rejected) result).refusal();
    }

    /** {@code name data:kind of actor}, in order. */
    public List<String> history(long ticket) throws SQLException {
        return column(
                "SELECT CONCAT(CONCAT_WS(' ', v.name, e.data), ':', e.uid_type) FROM {thread_event} e"
                        + " JOIN {event} v ON v.id = e.event_id JOIN {thread} h ON h.id = e.thread_id"
                        + " WHERE h.object_type = 'T' AND h.object_id = ? ORDER BY e.id",
                ticket);
    }

    /** How many statements the connection has sent. */
    public long questions() throws SQLException {
        return Long.parseLong(column("SELECT variable_value FROM information_schema.session_status"
                        + " WHERE variable_name = 'QUESTIONS'")
                .getFirst());
    }

    public void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TablePrefix.named(sql))) {
            statement.executeUpdate();
        }
    }

    /** The first column as text. */
    public List<String> column(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    /** The first column of the only row, as text. */
    public String value(String sql, Object... values) throws SQLException {
        List<String> column = column(sql, values);
        assertThat(column).hasSize(1);
        return column.getFirst();
    }

    /** The only row; numbers as Long, everything else as text. */
    public Map<String, Object> row(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).as("a row").isTrue();
            Map<String, Object> row = new HashMap<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                Object value = rows.getObject(i);
                row.put(
                        rows.getMetaData().getColumnLabel(i),
                        value instanceof Number number
                                ? number.longValue()
                                : value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : rows.getString(i));
            }
            assertThat(rows.next()).as("another row").isFalse();
            return row;
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(TablePrefix.named(sql));
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
