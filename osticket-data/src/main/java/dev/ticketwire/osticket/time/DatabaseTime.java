package dev.ticketwire.osticket.time;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times of osTicket's tables in the database's format, {@code yyyy-MM-dd HH:mm:ss}, in the database's time zone ({@link
 * DatabaseZone}). Ticketwire's own tables hold UTC, and there a zero date is an error: see {@code UtcDateTime}.
 */
public final class DatabaseTime {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int LENGTH = 19;
    private static final String ZERO_DATE = "0000-00-00";

    private DatabaseTime() {}

    /** The text of {@code time}; a fraction of a second is dropped. Null for null. */
    public static @Nullable String text(@Nullable LocalDateTime time) {
        return time == null ? null : format(time);
    }

    /** As {@link #text}, for a time that is not null. */
    public static String format(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).format(FORMAT);
    }

    /**
     * The time that a column holds; a fraction of a second is dropped.
     *
     * @param text the column's value; null and the zero date mean no time
     * @return null if there is no time
     * @throws java.time.DateTimeException if it is not a valid time
     */
    public static @Nullable LocalDateTime parse(@Nullable String text) {
        String time = orNull(text);
        return time == null ? null : LocalDateTime.parse(time.substring(0, LENGTH), FORMAT);
    }

    /** The column's value unchanged; null if it holds no time. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.startsWith(ZERO_DATE) ? null : text;
    }
}
