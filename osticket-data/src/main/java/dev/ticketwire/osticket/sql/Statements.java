package dev.ticketwire.osticket.sql;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about many rows that are known by a key. */
public final class Statements {
    private static final String KEYS = ":keys";

    private Statements() {}

    /** Takes one row. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * Reads rows; without keys nothing is sent.
     *
     * @param sql names tables as <code>{ticket}</code> and has one {@code :keys}, which becomes the list after {@code IN}
     * @param reader is given each row
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

    /** The integers in the first column of what {@link #read} reads, in its order. */
    public static List<Integer> ids(Connection connection, String sql, Collection<?> keys) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        read(connection, sql, keys, row -> ids.add(row.getInt(1)));
        return ids;
    }

    /**
     * Changes rows; without keys nothing is sent.
     *
     * @param sql as of {@link #read}
     * @param before values of the {@code ?} before the keys
     * @return how many rows were changed
     */
    public static int change(Connection connection, String sql, Collection<?> keys, @Nullable Object... before)
            throws SQLException {
        if (keys.isEmpty()) {
            return 0;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : before) {
            values.add(value);
        }
        try (PreparedStatement statement = prepare(connection, sql, keys, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, Collection<?> keys, List<@Nullable Object> before) throws SQLException {
        String named = TablePrefix.named(sql.replace(KEYS, Placeholders.in(keys.size())));
        PreparedStatement statement = connection.prepareStatement(named);
        Placeholders.bind(statement, Placeholders.bind(statement, 1, before), keys);
        return statement;
    }
}
