package dev.ticketwire.osticket.due;

import dev.ticketwire.osticket.time.WrittenTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A due date as a caller writes it: ISO 8601, or {@code YYYY-MM-DD HH:MM:SS}. */
public final class DueDateText {
    /** What a caller is told about any other text. */
    public static final String EXPECTED =
            "Invalid date format for dueDate. Expected ISO 8601 format (e.g., \"2025-01-31\" or \"2025-01-31T17:30:00\")";

    private DueDateText() {}

    /**
     * The moment meant, as wall-clock time of the database's zone, to the second; a fraction is dropped. Without an
     * offset the text is such a time already, a date alone its midnight; with one it is converted.
     *
     * @return null, meaning no due date, for null and for blanks
     * @throws DateTimeException if {@code text} is written otherwise or names no day of the calendar
     */
    public static @Nullable LocalDateTime parse(@Nullable String text, ZoneId databaseZone) {
        return text == null || text.isBlank() ? null : WrittenTime.parse(text).in(databaseZone);
    }
}
