package dev.ticketwire.binlog;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of given values. */
record ValueRow(Map<String, ?> values) implements Row {
    @Override
    public @Nullable Long number(String column) {
        return value(column) instanceof Number number ? number.longValue() : null;
    }

    @Override
    public @Nullable String text(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    @Override
    public @Nullable LocalDateTime time(String column) {
        return (LocalDateTime) value(column);
    }

    @Override
    public boolean equalIn(String column, Row other) {
        return Objects.equals(text(column), other.text(column));
    }

    private @Nullable Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException(column + " is not captured");
        }
        return values.get(column);
    }
}
