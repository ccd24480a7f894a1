package dev.ticketwire.osticket.sql;

import dev.ticketwire.osticket.sql.Column.Value;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts any number of rows in one statement, or in several if one would exceed the server's packet size.
 * Describes a table once, holds no rows, and is immutable:
 *
 * <pre>{@code
 * private static final Insert<ThreadRow> THREAD = Insert.into("{thread}",
 *     column("object_id", ThreadRow::ticketId), fixed("object_type", "'T'"), column("created", ThreadRow::created));
 * …
 * int[] ids = THREAD.returning(connection, "id", rows);
 * }</pre>
 *
 * @param <R> the record that stands for a row
 */
public final class Insert<R> {
    private final String verb;
    private final String table;
    private final List<Column<R>> columns;
    private final String tail;
    private final List<Value<R>> values;
    private final MultiRowStatement statement;

    private Insert(String verb, String table, List<Column<R>> columns, String tail) {
        this.verb = verb;
        this.table = table;
        this.columns = columns;
        this.tail = tail;
        this.values =
                columns.stream().map(Column::value).filter(Objects::nonNull).toList();
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"));
        String tuple = columns.stream().map(Column::expression).collect(Collectors.joining(",", "(", ")"));
        this.statement = new MultiRowStatement(verb + ' ' + table + names, tuple, tail);
    }

    /** @param table one of osTicket's in braces, <code>{thread_entry}</code>; one of Ticketwire's without */
    @SafeVarargs
    public static <R> Insert<R> into(String table, Column<R>... columns) {
        return into(table, List.of(columns));
    }

    /** As {@link #into(String, Column[])}, for columns that are known at run time only. */
    public static <R> Insert<R> into(String table, List<Column<R>> columns) {
        return new Insert<>("INSERT INTO", table, List.copyOf(columns), "");
    }

    /** The same, but a row with an existing key is skipped. */
    public Insert<R> ignoringDuplicates() {
        return new Insert<>("INSERT IGNORE INTO", table, columns, tail);
    }

    /** The same, but a row with an existing key replaces that row. */
    public Insert<R> replacingDuplicates() {
        return new Insert<>("REPLACE INTO", table, columns, tail);
    }

    /**
     * The same, but a row with an existing key updates that row.
     *
     * @param assignments e.g. {@code value = VALUES(value)}
     */
    public Insert<R> updatingDuplicates(String assignments) {
        return new Insert<>(verb, table, columns, "ON DUPLICATE KEY UPDATE " + assignments);
    }

    /** Inserts the rows; sends nothing if there are none. */
    public void execute(Connection connection, Collection<R> rows) throws SQLException {
        statement.execute(connection, valuesOf(rows));
    }

    /**
     * Inserts the rows.
     *
     * @param id the column with {@code AUTO_INCREMENT}
     * @return its values, in the order of the rows
     */
    public int[] returning(Connection connection, String id, Collection<R> rows) throws SQLException {
        return statement.returning(connection, id, valuesOf(rows));
    }

    private List<List<@Nullable Object>> valuesOf(Collection<R> rows) {
        List<List<@Nullable Object>> all = new ArrayList<>(rows.size());
        for (R row : rows) {
            List<@Nullable Object> bound = new ArrayList<>(values.size());
            for (Value<R> value : values) {
                bound.add(value.of(row));
            }
            all.add(bound);
        }
        return all;
    }
}
