package dev.ticketwire.binlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Wall times. A {@code DATETIME} has no zone in the log; a {@code TIMESTAMP} counts seconds, and 0 is its zero date.
 *
 * @param logged as in {@link LogType}
 * @param zone of the database
 */
record TimeReader(String column, int logged, ZoneId zone) implements ColumnReader {
    private static final long DATETIME2_OFFSET = 0x8000000000L;

    @Override
    public @Nullable String text(byte[] bytes, int start, int end) {
        LocalDateTime time = time(bytes, start, end);
        return time == null ? null : time.toString();
    }

    @Override
    public @Nullable LocalDateTime time(byte[] bytes, int start, int end) {
        return switch (logged) {
            case LogType.DATE, LogType.NEWDATE -> date(Bytes.littleEndian(bytes, start, 3));
            case LogType.DATETIME -> decimal(Bytes.littleEndian(bytes, start, 8));
            case LogType.TIMESTAMP -> atZone(Bytes.littleEndian(bytes, start, 4), 0);
            case LogType.TIMESTAMP2 -> atZone(Bytes.bigEndian(bytes, start, 4), nanos(bytes, start + 4, end));
            default -> packed(Bytes.bigEndian(bytes, start, 5) - DATETIME2_OFFSET, nanos(bytes, start + 5, end));
        };
    }

    private static int nanos(byte[] bytes, int start, int end) {
        long value = Bytes.bigEndian(bytes, start, end - start);
        for (int i = end - start; i < 3; i++) {
            value *= 100;
        }
        return (int) value * 1000;
    }

    private @Nullable LocalDateTime atZone(long seconds, int nanos) {
        return seconds == 0
                ? null
                : Instant.ofEpochSecond(seconds, nanos).atZone(zone).toLocalDateTime();
    }

    private static @Nullable LocalDateTime date(long date) {
        return time(date >> 9, date >> 5 & 15, date & 31, 0, 0);
    }

    /** YYYYMMDDhhmmss, as tables of before MariaDB 10.1 have it. */
    private static @Nullable LocalDateTime decimal(long time) {
        long day = time / 1_000_000;
        long clock = time % 1_000_000;
        long seconds = clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100;
        return time(day / 10_000, day / 100 % 100, day % 100, seconds, 0);
    }

    private static @Nullable LocalDateTime packed(long time, int nanos) {
        long day = time >> 17;
        long seconds = (time >> 12 & 31) * 3600 + (time >> 6 & 63) * 60 + (time & 63);
        long months = day >> 5;
        return time(months / 13, months % 13, day & 31, seconds, nanos);
    }

    private static @Nullable LocalDateTime time(long year, long month, long day, long seconds, int nanos) {
        if (month == 0 || day == 0) {
            return null;
        }
        try {
            return LocalDateTime.of((int) year, (int) month, (int) day, 0, 0)
                    .plusSeconds(seconds)
                    .plusNanos(nanos);
        } catch (DateTimeException e) {
            // Such as 31 February, which MariaDB takes if told to.
            return null;
        }
    }
}
