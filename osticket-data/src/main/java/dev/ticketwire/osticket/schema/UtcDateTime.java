package dev.ticketwire.osticket.schema;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A {@code DATETIME} of Ticketwire's own tables, which is in UTC and has whole seconds. Columns with an end of validity
 * are read as {@code CONCAT(column)}: the driver turns a zero date, perhaps written manually, into null, so that the
 * key would never expire.
 */
@Converter
public class UtcDateTime implements AttributeConverter<Instant, String> {
    /** Stands for an unreadable date: in the past, and the earliest time that can be written back. */
    private static final Instant UNREADABLE = Instant.EPOCH.plusSeconds(1);

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** @return in the database's format, e.g. {@code 2026-11-30 12:00:00}; null for null */
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Instant time) {
        return time == null ? null : FORMAT.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return parse(text);
        } catch (DateTimeException e) {
            return UNREADABLE;
        }
    }

    /**
     * @param text a time in UTC in the database's format; fractions of a second are dropped
     * @throws DateTimeException if it is invalid, such as a zero date
     */
    public static Instant parse(String text) {
        return LocalDateTime.parse(text.substring(0, Math.min(19, text.length())), FORMAT)
                .toInstant(ZoneOffset.UTC);
    }
}
