package dev.ticketwire.binlog;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The values of a row by column name, as the log has them. Asking for a column that is not captured is an error. */
public interface Row {
    /** A whole number, signed; null for NULL. */
    @Nullable
    Long number(String column);

    /** A text, or bytes read as UTF-8; null for NULL. */
    @Nullable
    String text(String column);

    /** Wall time in the database's zone; null for NULL and for zero dates. */
    @Nullable
    LocalDateTime time(String column);

    /** Whether both rows have the same value in {@code column}. */
    boolean equalIn(String column, Row other);
}
