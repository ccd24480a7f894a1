package dev.ticketwire.osticket.sql;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL statements. osTicket's tables are in braces, <code>{ticket}</code>. {@code :keys} is replaced by a list for
 * {@code IN}.
 */
public final class Statements {
    private static final String KEYS = ":keys";

    private Statements() {}

    /** Receives one row. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Maps one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /**
     * Reads all rows, in the order of the database.
     *
     * @param values of the {@code ?}, in their order
     */
    public static <T> List<T> list(Connection connection, String sql, RowMapper<T> mapper, @Nullable Object... values)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, List.of(), Arrays.asList(values));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(mapper.map(rows));
            }
        }
        return all;
    }

    /** As {@link #list}, the first row only. */
    public static <T> Optional<T> first(
            Connection connection, String sql, RowMapper<T> mapper, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, List.of(), Arrays.asList(values));
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
        }
    }

    /**
     * Changes rows.
     *
     * @param values of the {@code ?}, in their order
     * @return the number of changed rows
     */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, List.of(), Arrays.asList(values))) {
            return statement.executeUpdate();
        }
    }

    /**
     * Reads rows; sends nothing if there are no keys.
     *
     * @param sql contains {@code :keys} once
     * @param reader receives each row
     */
    public static void read(Connection connection, String sql, Collection<?> keys, RowReader reader)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = prepare(connection, sql, keys, List.of());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** The integers in the first column of the rows, read as by {@link #read}. */
    public static List<Integer> ids(Connection connection, String sql, Collection<?> keys) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        read(connection, sql, keys, row -> ids.add(row.getInt(1)));
        return ids;
    }

    /**
     * Changes rows; sends nothing if there are no keys.
     *
     * @param sql as for {@link #read}
     * @param before values of the {@code ?} before the keys
     * @return the number of changed rows
     */
    public static int change(Connection connection, String sql, Collection<?> keys, @Nullable Object... before)
            throws SQLException {
        if (keys.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = prepare(connection, sql, keys, Arrays.asList(before))) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, Collection<?> keys, List<@Nullable Object> before) throws SQLException {
        String complete = keys.isEmpty() ? sql : sql.replace(KEYS, Placeholders.in(keys.size()));
        PreparedStatement statement = connection.prepareStatement(TablePrefix.named(complete));
        Placeholders.bind(statement, Placeholders.bind(statement, 1, before), keys);
        return statement;
    }
}
