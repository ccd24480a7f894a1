package dev.ticketwire.osticket.due;

import dev.ticketwire.osticket.time.WrittenTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Parses due dates of callers: ISO 8601, or {@code YYYY-MM-DD HH:MM:SS}. */
public final class DueDateText {
    /** The error for any other text. */
    public static final String EXPECTED =
            "Invalid date format for dueDate. Expected ISO 8601 format (e.g., \"2025-01-31\" or \"2025-01-31T17:30:00\")";

    private DueDateText() {}

    /**
     * The time in the database's time zone, to the second; fractions are dropped. A text with an offset is converted;
     * without one it is in the database's zone already. A date alone means midnight.
     *
     * @return null, meaning no due date, for null and for blanks
     * @throws DateTimeException if {@code text} has another format or is not a valid date
     */
    public static @Nullable LocalDateTime parse(@Nullable String text, ZoneId databaseZone) {
        return text == null || text.isBlank() ? null : WrittenTime.parse(text).in(databaseZone);
    }
}
