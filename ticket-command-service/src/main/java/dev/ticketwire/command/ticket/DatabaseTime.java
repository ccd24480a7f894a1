package dev.ticketwire.command.ticket;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as the database writes them: wall-clock time of its own zone, to the second. */
public final class DatabaseTime {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int LENGTH = 19;

    private DatabaseTime() {}

    /** {@code yyyy-MM-dd HH:mm:ss}; null for null. */
    public static @Nullable String text(@Nullable LocalDateTime time) {
        return time == null ? null : time.format(FORMAT);
    }

    /** @param text a column's value; null and the zero date mean that there is no time */
    static @Nullable LocalDateTime parse(@Nullable String text) {
        return text == null || text.startsWith("0000") ? null : LocalDateTime.parse(text.substring(0, LENGTH), FORMAT);
    }
}
