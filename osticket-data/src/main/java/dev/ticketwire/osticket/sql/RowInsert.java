package dev.ticketwire.osticket.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An insert of untyped rows. New code uses {@link Insert}, whose rows are records; this class goes with its last caller. */
public final class RowInsert {
    private final MultiRowStatement statement;
    private final int width;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    /**
     * @param statement e.g. <code>INSERT INTO {thread} (object_id, object_type, created)</code>
     * @param tuple the values of one row, e.g. {@code (?,'T',?)}
     */
    public RowInsert(String statement, String tuple) {
        this(statement, tuple, "");
    }

    /** @param tail SQL behind the rows, e.g. {@code ON DUPLICATE KEY UPDATE value = VALUES(value)} */
    public RowInsert(String statement, String tuple, String tail) {
        this(new MultiRowStatement(statement, tuple, tail), (int)
                tuple.chars().filter(c -> c == '?').count());
    }

    private RowInsert(MultiRowStatement statement, int width) {
        this.statement = statement;
        this.width = width;
    }

    /** The same statement without rows; a static one serves as the template of many. */
    public RowInsert fresh() {
        return new RowInsert(statement, width);
    }

    /**
     * @param values String, Integer, Long, {@code byte[]} or null, one for each {@code ?}
     */
    public void add(@Nullable Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException(values.length + " values for " + width + " columns");
        }
        rows.add(Arrays.asList(values));
    }

    public int size() {
        return rows.size();
    }

    /** Writes the rows; without rows nothing is sent. */
    public void execute(Connection connection) throws SQLException {
        statement.execute(connection, rows);
    }

    /**
     * Writes the rows.
     *
     * @param id the column that counts up
     * @return its values, in the order of the rows
     */
    public int[] returning(Connection connection, String id) throws SQLException {
        return statement.returning(connection, id, rows);
    }
}
