package dev.ticketwire.binlog;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The wanted columns of a row as the log has them; values are made when they are asked for. */
final class LogRow implements Row {
    /** Start of a column that is NULL. */
    static final int NULL = -1;

    private final RowShape shape;
    private final byte[] bytes;
    private final int[] starts;
    private final int[] ends;

    private LogRow(RowShape shape, byte[] bytes, int[] starts, int[] ends) {
        this.shape = shape;
        this.bytes = bytes;
        this.starts = starts;
        this.ends = ends;
    }

    /**
     * Copies what is wanted, so that the rest need not be kept.
     *
     * @param starts of the wanted columns in {@code from}; becomes part of the row
     * @param ends likewise
     * @param length of all wanted columns
     */
    static LogRow copied(RowShape shape, byte[] from, int[] starts, int[] ends, int length) {
        byte[] bytes = new byte[length];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] != NULL) {
                int count = ends[i] - starts[i];
                System.arraycopy(from, starts[i], bytes, at, count);
                starts[i] = at;
                at += count;
                ends[i] = at;
            }
        }
        return new LogRow(shape, bytes, starts, ends);
    }

    /** Bytes of its values. */
    int size() {
        return bytes.length;
    }

    @Override
    public @Nullable Long number(String column) {
        int place = shape.place(column);
        return starts[place] == NULL ? null : shape.reader(place).number(bytes, starts[place], ends[place]);
    }

    @Override
    public @Nullable String text(String column) {
        int place = shape.place(column);
        return starts[place] == NULL ? null : shape.reader(place).text(bytes, starts[place], ends[place]);
    }

    @Override
    public @Nullable LocalDateTime time(String column) {
        int place = shape.place(column);
        return starts[place] == NULL ? null : shape.reader(place).time(bytes, starts[place], ends[place]);
    }

    @Override
    public boolean equalIn(String column, Row other) {
        if (other instanceof LogRow row && row.shape == shape) {
            int place = shape.place(column);
            return starts[place] == NULL || row.starts[place] == NULL
                    ? starts[place] == row.starts[place]
                    : Arrays.equals(bytes, starts[place], ends[place], row.bytes, row.starts[place], row.ends[place]);
        }
        return Objects.equals(text(column), other.text(column));
    }
}
