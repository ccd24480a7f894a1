package dev.ticketwire.osticket.due;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A due date as a caller writes it: ISO 8601, or {@code YYYY-MM-DD HH:MM:SS}. */
public final class DueDateText {
    /** What a caller is told about any other text. */
    public static final String EXPECTED =
            "Invalid date format for dueDate. Expected ISO 8601 format (e.g., \"2025-01-31\" or \"2025-01-31T17:30:00\")";

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd")
            .optionalStart()
            .appendPattern("'T'HH:mm")
            .optionalStart()
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .optionalStart()
            .parseLenient() // +02 as well as +02:00
            .appendOffset("+HH:mm", "Z")
            .parseStrict()
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private DueDateText() {}

    /**
     * The moment meant, as wall-clock time of the database's zone, to the second; a fraction is dropped. Without an offset
     * the text is such a time already, a date alone its midnight; with one it is converted.
     *
     * @return null, meaning no due date, for null and for blanks
     * @throws DateTimeException if {@code text} is written otherwise or names no day of the calendar
     */
    public static @Nullable LocalDateTime parse(@Nullable String text, ZoneId databaseZone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        TemporalAccessor parsed = FORMAT.parse(regular(text.strip()));
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        LocalDateTime moment =
                date.atTime(time == null ? LocalTime.MIDNIGHT : time).truncatedTo(ChronoUnit.SECONDS);
        ZoneOffset offset = parsed.query(o -> o.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(o) : null);
        return offset == null
                ? moment
                : moment.atOffset(offset).atZoneSameInstant(databaseZone).toLocalDateTime();
    }

    /** The one form the formatter knows: a {@code T} before the time, a colon in the offset. */
    private static String regular(String text) {
        StringBuilder regular = new StringBuilder(text);
        if (text.length() > 10 && text.charAt(10) == ' ') {
            regular.setCharAt(10, 'T');
        }
        int sign = text.length() - 5;
        if (sign > 15 && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
            regular.insert(sign + 3, ':');
        }
        return regular.toString();
    }
}
