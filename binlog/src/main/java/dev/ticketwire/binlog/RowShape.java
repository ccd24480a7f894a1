package dev.ticketwire.binlog;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where the wanted columns of a table stand in rows that follow one {@link TableMap}. */
final class RowShape {
    private static final int NOT_WANTED = -1;

    private final String table;
    private final TableLayout layout;
    private final TableMap map;
    /** By column of the table: its place among the wanted ones. */
    private final int[] wantedAt;

    private final List<ColumnReader> readers = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** @param layout has all wanted columns, and fits {@code map} */
    RowShape(CapturedTable table, TableLayout layout, TableMap map, ZoneId zone) {
        this.table = table.name();
        this.layout = layout;
        this.map = map;
        this.wantedAt = new int[map.types().length];
        for (int i = 0; i < wantedAt.length; i++) {
            Column column = layout.columns().get(i);
            if (table.columns().contains(column.name())) {
                wantedAt[i] = readers.size();
                places.put(column.name(), readers.size());
                readers.add(ColumnReader.of(column, map.types()[i], map.metadata()[i], zone));
            } else {
                wantedAt[i] = NOT_WANTED;
            }
        }
    }

    String table() {
        return table;
    }

    TableLayout layout() {
        return layout;
    }

    TableMap map() {
        return map;
    }

    int columns() {
        return wantedAt.length;
    }

    int wanted() {
        return readers.size();
    }

    ColumnReader reader(int place) {
        return readers.get(place);
    }

    /** @throws IllegalArgumentException if the column is not captured */
    int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException(table + "." + column + " is not captured");
        }
        return Objects.requireNonNull(place);
    }

    /** Reads the next row of a {@link RowsEvent}, of which all columns are logged. */
    LogRow row(Bytes bytes) {
        int nulls = bytes.at();
        bytes.skip((columns() + 7) / 8);
        int[] starts = new int[wanted()];
        int[] ends = new int[wanted()];
        int length = 0;
        for (int i = 0; i < wantedAt.length; i++) {
            int place = wantedAt[i];
            if ((bytes.array()[nulls + i / 8] >> i % 8 & 1) != 0) {
                mark(starts, place, LogRow.NULL);
            } else {
                int bytesOfLength = LogType.lengthBytes(map.types()[i], map.metadata()[i]);
                int count = bytesOfLength > 0
                        ? (int) bytes.number(bytesOfLength)
                        : LogType.bytes(map.types()[i], map.metadata()[i]);
                mark(starts, place, bytes.at());
                mark(ends, place, bytes.at() + count);
                bytes.skip(count);
                length += place == NOT_WANTED ? 0 : count;
            }
        }
        return LogRow.copied(this, bytes.array(), starts, ends, length);
    }

    private static void mark(int[] marks, int place, int mark) {
        if (place != NOT_WANTED) {
            marks[place] = mark;
        }
    }
}
