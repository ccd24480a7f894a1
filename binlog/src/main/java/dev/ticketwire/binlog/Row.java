package dev.ticketwire.binlog;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a row by column name, as the log has them. Asking for a column that is not captured is an error. */
public interface Row {
    /**
     * A row of these values: whole numbers, texts, {@link LocalDateTime}s, or null.
     *
     * @param values by column; the columns of the map are those that are captured
     */
    static Row of(Map<String, ?> values) {
        return new ValueRow(values);
    }

    /** A whole number, of an unsigned column below 2⁶³; null for NULL. */
    @Nullable
    Long number(String column);

    /** A text, or bytes read as text, or the label of an enumeration; null for NULL. */
    @Nullable
    String text(String column);

    /** Wall time in the database's zone; null for NULL and for zero dates. */
    @Nullable
    LocalDateTime time(String column);

    /** Whether both rows have the same value in {@code column}. */
    boolean equalIn(String column, Row other);
}
