package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Foreign keys by which InnoDB changes rows without a trace in the log. */
final class CascadingKeys {
    private static final String KEYS = """
            SELECT r.table_name, c.column_name, r.referenced_table_name, r.delete_rule, r.update_rule
            FROM information_schema.referential_constraints r JOIN information_schema.key_column_usage c
              ON c.constraint_schema = r.constraint_schema AND c.constraint_name = r.constraint_name
                AND c.table_name = r.table_name
            WHERE r.constraint_schema = ? AND c.ordinal_position = 1
              AND (r.delete_rule IN ('CASCADE', 'SET NULL') OR r.update_rule IN ('CASCADE', 'SET NULL'))
            ORDER BY r.table_name, c.column_name""";

    private CascadingKeys() {}

    /** Of which a captured table is a child: its rows change unseen. */
    static List<String> into(Connection connection, CapturedTables tables) throws SQLException {
        return read(connection, tables, key -> tables.ofName(key.child()) != null);
    }

    /** Of which a captured table is parent or child. */
    static List<String> around(Connection connection, CapturedTables tables) throws SQLException {
        return read(
                connection, tables, key -> tables.ofName(key.child()) != null || tables.ofName(key.parent()) != null);
    }

    private record Key(String child, String column, String parent, String onDelete, String onUpdate) {
        String text() {
            return "%s.%s → %s ON DELETE %s ON UPDATE %s".formatted(child, column, parent, onDelete, onUpdate);
        }
    }

    private static List<String> read(Connection connection, CapturedTables tables, Predicate<Key> wanted)
            throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(KEYS)) {
            statement.setString(1, tables.database());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Key key = new Key(
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
                    if (wanted.test(key)) {
                        keys.add(key.text());
                    }
                }
            }
        }
        return keys;
    }
}
