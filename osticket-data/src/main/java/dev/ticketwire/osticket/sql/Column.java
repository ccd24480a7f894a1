package dev.ticketwire.osticket.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column of an {@link Insert}: its name, and either its value in a record or an SQL expression that is the same for
 * every row.
 *
 * @param <R> the record that stands for a row
 */
public final class Column<R> {
    private final String name;
    private final String expression;
    private final @Nullable Value<R> value;

    /** Reads a column's value from a row: a String, Integer, Long, Boolean, {@code byte[]} or null. */
    @FunctionalInterface
    public interface Value<R> {
        @Nullable
        Object of(R row);
    }

    private Column(String name, String expression, @Nullable Value<R> value) {
        this.name = name;
        this.expression = expression;
        this.value = value;
    }

    /** @param name in SQL, e.g. {@code thread_id}; in backticks where it is a reserved word */
    public static <R> Column<R> column(String name, Value<R> value) {
        return new Column<>(name, "?", value);
    }

    /** @param expression SQL without parameters, e.g. {@code NOW()}, {@code 'T'}, {@code 0} */
    public static <R> Column<R> fixed(String name, String expression) {
        return new Column<>(name, expression, null);
    }

    String name() {
        return name;
    }

    String expression() {
        return expression;
    }

    /** Null for a fixed column. */
    @Nullable
    Value<R> value() {
        return value;
    }
}
