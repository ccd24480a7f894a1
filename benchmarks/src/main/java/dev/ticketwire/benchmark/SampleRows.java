package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a real ticket in one table, copied for many tickets in one statement. */
final class SampleRows {
    private static final Set<Integer> NUMBERS = Set.of(Types.INTEGER, Types.BIGINT, Types.SMALLINT, Types.TINYINT);

    private final String insert;
    private final @Nullable String generated;
    private final List<String> columns = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    /** The value of a column in the copy of a row. */
    @FunctionalInterface
    interface Copy {
        /**
         * @param owner index of the ticket in the wave, from 0
         * @param row the sample row
         */
        @Nullable
        Object value(int owner, Map<String, @Nullable Object> row, String column);
    }

    /** The value of a column for an owner; null keeps the sample's. */
    @FunctionalInterface
    interface Change {
        @Nullable
        Object value(int owner, String column);
    }

    /** @return a copy in which {@code key} is the id of the owner */
    static Copy owning(String key, long[] ids) {
        return (owner, row, column) -> column.equals(key) ? (Object) ids[owner] : row.get(column);
    }

    /** @return a copy with some values changed */
    static Copy changing(Change change) {
        return (owner, row, column) -> {
            Object value = change.value(owner, column);
            return value == null ? row.get(column) : value;
        };
    }

    /**
     * @param ids of the copies of these form entries
     * @return a copy of form answers that refers to the copied form entries
     */
    Copy answering(long[] ids) {
        return (owner, row, column) -> column.equals("entry_id")
                ? (Object) ids[owner * size() + indexOf("id", row.get(column))]
                : row.get(column);
    }

    /** @param verb {@code INSERT INTO} or a variant */
    SampleRows(Connection connection, String verb, String table, String where) throws SQLException {
        String counted = null;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table + " WHERE " + where)) {
            ResultSetMetaData shape = row.getMetaData();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                if (shape.isAutoIncrement(i)) {
                    counted = shape.getColumnName(i);
                } else {
                    columns.add(shape.getColumnName(i));
                }
            }
            while (row.next()) {
                rows.add(read(row, shape));
            }
        }
        this.generated = counted;
        this.insert = verb + " " + table + " (`" + String.join("`,`", columns) + "`) VALUES ";
    }

    private static Map<String, @Nullable Object> read(ResultSet row, ResultSetMetaData shape) throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            boolean isNumber = NUMBERS.contains(shape.getColumnType(i)) && row.getString(i) != null;
            values.put(shape.getColumnName(i), isNumber ? row.getLong(i) : row.getString(i));
        }
        return values;
    }

    int size() {
        return rows.size();
    }

    /** The index of the sample row with this value. */
    int indexOf(String column, @Nullable Object value) {
        for (int i = 0; i < rows.size(); i++) {
            if (java.util.Objects.equals(rows.get(i).get(column), value)) {
                return i;
            }
        }
        throw new IllegalStateException("no row with " + column + " " + value);
    }

    /**
     * Writes the rows once for each of {@code owners}.
     *
     * @return the generated ids in their order; empty if there are none
     */
    long[] write(Connection connection, int owners, Copy copy) throws SQLException {
        int count = owners * rows.size();
        if (count == 0) {
            return new long[0];
        }
        String row = "(" + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
        String values = String.join(",", Collections.nCopies(count, row));
        String sql = insert + values + (generated == null ? "" : " RETURNING " + generated);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, owners, copy);
            return generated == null ? none(statement) : ids(statement, count);
        }
    }

    private void bind(PreparedStatement statement, int owners, Copy copy) throws SQLException {
        int i = 0;
        for (int owner = 0; owner < owners; owner++) {
            for (Map<String, @Nullable Object> sample : rows) {
                for (String column : columns) {
                    statement.setObject(++i, copy.value(owner, sample, column));
                }
            }
        }
    }

    private static long[] none(PreparedStatement statement) throws SQLException {
        statement.executeUpdate();
        return new long[0];
    }

    private static long[] ids(PreparedStatement statement, int count) throws SQLException {
        long[] ids = new long[count];
        try (ResultSet row = statement.executeQuery()) {
            for (int i = 0; row.next(); i++) {
                ids[i] = row.getLong(1);
            }
        }
        return ids;
    }
}
