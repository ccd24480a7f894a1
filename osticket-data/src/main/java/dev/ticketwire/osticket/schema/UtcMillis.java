package dev.ticketwire.osticket.schema;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A {@code DATETIME(3)} of Ticketwire's own tables, in UTC. */
@Converter
public class UtcMillis implements AttributeConverter<Instant, String> {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    /** @return in the database's format, e.g. {@code 2026-11-30 12:00:00.125}; null for null */
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Instant time) {
        return time == null ? null : text(time);
    }

    public static String text(Instant time) {
        return FORMAT.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : parse(text);
    }

    /**
     * @param text in the database's format, with any number of digits after the second
     * @throws java.time.DateTimeException if it is invalid, such as a zero date
     */
    public static Instant parse(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
