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

/**
 * {@code INSERT … VALUES (…),(…)} for any number of rows: one statement, more only where it would grow beyond what a
 * server takes in one packet. {@code RETURNING} gives the new ids in the order of the rows.
 */
public final class RowInsert {
    private static final int MOST_ROWS = 2000;
    /** A quarter of MariaDB's default {@code max_allowed_packet}: escaping may double what is sent. */
    private static final long MOST_BYTES = 4L << 20;

    private final String head;
    private final String tuple;
    private final String tail;
    private final int width;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /**
     * @param statement e.g. <code>INSERT INTO {thread} (object_id, object_type, created)</code>
     * @param tuple the values of one row, e.g. {@code (?,'T',?)}
     */
    public RowInsert(String statement, String tuple) {
        this(statement, tuple, "");
    }

    /** @param tail what follows the rows, e.g. {@code ON DUPLICATE KEY UPDATE value = VALUES(value)} */
    public RowInsert(String statement, String tuple, String tail) {
        this.head = TablePrefix.named(statement) + " VALUES ";
        this.tuple = tuple;
        this.tail = tail.isEmpty() ? "" : ' ' + tail;
        this.width = (int) tuple.chars().filter(c -> c == '?').count();
    }

    private RowInsert(RowInsert template) {
        this.head = template.head;
        this.tuple = template.tuple;
        this.tail = template.tail;
        this.width = template.width;
    }

    /** The same statement without rows; a static one serves as the template of many. */
    public RowInsert fresh() {
        return new RowInsert(this);
    }

    /**
     * @param values String, Integer, Long, {@code byte[]} or null, one for each {@code ?}
     */
    public void add(@Nullable Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException(values.length + " values for " + width + " columns: " + head);
        }
        rows.add(values);
    }

    public int size() {
        return rows.size();
    }

    /** Writes the rows; without rows nothing is sent. */
    public void execute(Connection connection) throws SQLException {
        for (List<@Nullable Object[]> chunk : chunks()) {
            try (PreparedStatement statement = prepare(connection, chunk, tail)) {
                statement.executeUpdate();
            }
        }
    }

    /**
     * Writes the rows.
     *
     * @param id the column that counts up
     * @return its values, in the order of the rows
     */
    public int[] returning(Connection connection, String id) throws SQLException {
        int[] ids = new int[rows.size()];
        int next = 0;
        for (List<@Nullable Object[]> chunk : chunks()) {
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

    private PreparedStatement prepare(Connection connection, List<@Nullable Object[]> chunk, String end)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(head + Placeholders.list(chunk.size(), tuple) + end);
        int index = 1;
        for (@Nullable Object[] row : chunk) {
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
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    private List<List<@Nullable Object[]>> chunks() {
        List<List<@Nullable Object[]>> chunks = new ArrayList<>(1);
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

    private static long size(@Nullable Object[] row) {
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
