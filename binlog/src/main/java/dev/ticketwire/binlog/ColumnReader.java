package dev.ticketwire.binlog;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes values of one column of bytes of the log. A kind of value that the column does not have is an error. */
interface ColumnReader {
    /** @throws UnreadableBinlogException if columns of this kind are not read */
    static ColumnReader of(Column column, int logged, int metadata, ZoneId zone) {
        String type = column.type().toLowerCase(Locale.ROOT);
        return switch (logged) {
            case LogType.TINY, LogType.SHORT, LogType.INT24, LogType.LONG, LogType.LONGLONG ->
                new NumberReader(column.name(), !type.contains("unsigned"));
            case LogType.VARCHAR, LogType.VAR_STRING, LogType.BLOB -> TextReader.of(column);
            case LogType.STRING ->
                LogType.isEnumeration(metadata) ? EnumerationReader.of(column) : TextReader.of(column);
            case LogType.DATE,
                    LogType.NEWDATE,
                    LogType.DATETIME,
                    LogType.DATETIME2,
                    LogType.TIMESTAMP,
                    LogType.TIMESTAMP2 -> new TimeReader(column.name(), logged, zone);
            default ->
                throw new UnreadableBinlogException(
                        "values of " + column.name() + " " + column.type() + " are not read");
        };
    }

    String column();

    default long number(byte[] bytes, int start, int end) {
        throw new IllegalArgumentException(column() + " holds no whole numbers");
    }

    /** Of any kind of column. */
    @Nullable
    String text(byte[] bytes, int start, int end);

    /** @return null for a zero date */
    default @Nullable LocalDateTime time(byte[] bytes, int start, int end) {
        throw new IllegalArgumentException(column() + " holds no times");
    }
}
