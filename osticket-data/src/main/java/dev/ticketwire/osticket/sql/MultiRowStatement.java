package dev.ticketwire.osticket.sql;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code INSERT … VALUES (…),(…)}, split into several statements if one would have too many rows or bytes. */
final class MultiRowStatement {
    private static final int MOST_ROWS = 2000;
    /** A quarter of MariaDB's default {@code max_allowed_packet}: escaping may double the size. */
    private static final long MOST_BYTES = 4L << 20;

    private final String head;
    private final String tuple;
    private final String tail;

    /**
     * @param head e.g. <code>INSERT INTO {thread} (object_id, object_type, created)</code>
     * @param tuple the values of one row, e.g. {@code (?,'T',?)}
     * @param tail SQL behind the rows, empty for none
     */
    MultiRowStatement(String head, String tuple, String tail) {
        this.head = TablePrefix.named(head) + " VALUES ";
        this.tuple = tuple;
        this.tail = tail.isEmpty() ? "" : ' ' + tail;
    }

    /** @param rows the values of each row's {@code ?} */
    void execute(Connection connection, List<List<@Nullable Object>> rows) throws SQLException {
        for (List<List<@Nullable Object>> chunk : chunks(rows)) {
            try (PreparedStatement statement = prepare(connection, chunk, tail)) {
                statement.executeUpdate();
            }
        }
    }

    /** @return the values of the column {@code id}, in the order of the rows */
    int[] returning(Connection connection, String id, List<List<@Nullable Object>> rows) throws SQLException {
        int[] ids = new int[rows.size()];
        int next = 0;
        for (List<List<@Nullable Object>> chunk : chunks(rows)) {
            try (PreparedStatement statement = prepare(connection, chunk, tail + " RETURNING " + id);
                    ResultSet keys = statement.executeQuery()) {
                while (keys.next()) {
                    ids[next++] = keys.getInt(1);
                }
            }
        }
        if (next != ids.length) {
            throw new SQLException(next + " of " + ids.length + " rows came back from: " + head);
        }
        return ids;
    }

    private PreparedStatement prepare(Connection connection, List<List<@Nullable Object>> chunk, String end)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(head + Placeholders.list(chunk.size(), tuple) + end);
        int index = 1;
        for (List<@Nullable Object> row : chunk) {
            for (Object value : row) {
                bind(statement, index++, value);
            }
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.VARCHAR);
            case String text -> statement.setString(index, text);
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    static List<List<List<@Nullable Object>>> chunks(List<List<@Nullable Object>> rows) {
        List<List<List<@Nullable Object>>> chunks = new ArrayList<>(1);
        int start = 0;
        long bytes = 0;
        for (int i = 0; i < rows.size(); i++) {
            long size = size(rows.get(i));
            if (i > start && (i - start == MOST_ROWS || bytes + size > MOST_BYTES)) {
                chunks.add(rows.subList(start, i));
                start = i;
                bytes = 0;
            }
            bytes += size;
        }
        if (start < rows.size()) {
            chunks.add(rows.subList(start, rows.size()));
        }
        return chunks;
    }

    /** An estimate in bytes; of a text its longest form in UTF-8. */
    private static long size(List<@Nullable Object> row) {
        long size = 0;
        for (Object value : row) {
            size += switch (value) {
                case String text -> 3L * text.length();
                case byte[] bytes -> bytes.length;
                case null, default -> 12;
            };
        }
        return size;
    }
}
