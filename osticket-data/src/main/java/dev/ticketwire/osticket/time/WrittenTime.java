package dev.ticketwire.osticket.time;

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

/**
 * A time from a caller: ISO 8601, or {@code YYYY-MM-DD HH:MM:SS}; a date alone means midnight.
 *
 * @param clock the local time in the text, to the second; fractions are dropped
 * @param offset the offset from UTC in the text; null for the database's time zone
 */
public record WrittenTime(LocalDateTime clock, @Nullable ZoneOffset offset) {
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

    /** @throws DateTimeException if {@code text} is written otherwise or names no day of the calendar */
    public static WrittenTime parse(String text) {
        TemporalAccessor parsed = FORMAT.parse(regular(text.strip()));
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return new WrittenTime(
                date.atTime(time == null ? LocalTime.MIDNIGHT : time).truncatedTo(ChronoUnit.SECONDS),
                parsed.query(o -> o.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(o) : null));
    }

    /** The moment as wall-clock time of the database's zone. */
    public LocalDateTime in(ZoneId databaseZone) {
        return offset == null
                ? clock
                : clock.atOffset(offset).atZoneSameInstant(databaseZone).toLocalDateTime();
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
