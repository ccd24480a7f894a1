package dev.ticketwire.binlog;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of the events of the captured tables. */
final class TableRows {
    private final Layouts layouts;
    private final ZoneId zone;
    private final Map<Long, RowShape> shapes = new HashMap<>();

    /** @param zone of the database */
    TableRows(Layouts layouts, ZoneId zone) {
        this.layouts = layouts;
        this.zone = zone;
    }

    void map(TableMap map) {
        CapturedTable table = layouts.tables().find(map.database(), map.table());
        if (table == null) {
            shapes.remove(map.number());
        } else if (!isSame(shapes.get(map.number()), map, table)) {
            shapes.put(map.number(), new RowShape(table, layouts.of(table, map), map, zone));
        }
    }

    /** Rows that follow under this number are not read. */
    void passOver(TableMap map) {
        shapes.remove(map.number());
    }

    private boolean isSame(@Nullable RowShape shape, TableMap map, CapturedTable table) {
        return shape != null
                && layouts.known(table.name()) == shape.layout()
                && shape.table().equals(table.name())
                && Arrays.equals(shape.map().types(), map.types())
                && Arrays.equals(shape.map().metadata(), map.metadata());
    }

    /** @return the captured table's name; null if the rows are of another one */
    @Nullable
    String table(RowsEvent event) {
        RowShape shape = shapes.get(event.table());
        return shape == null ? null : shape.table();
    }

    /**
     * The rows of a captured table.
     *
     * @param number of the event in its transaction
     * @throws UnreadableBinlogException if columns are missing
     */
    List<ChangedRow> rows(RowsEvent event, int number) {
        RowShape shape = shapes.get(event.table());
        if (shape == null) {
            return List.of();
        }
        try {
            return rows(event, number, shape);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new UnreadableBinlogException("rows of " + shape.map().table() + " do not have its columns");
        }
    }

    private static List<ChangedRow> rows(RowsEvent event, int number, RowShape shape) {
        Bytes bytes = new Bytes(event.body(), 0);
        demandWhole(bytes, shape, event.kind() == RowsEvent.Kind.UPDATE ? 2 : 1);
        List<ChangedRow> rows = new ArrayList<>();
        while (!bytes.isAtEnd()) {
            LogRow before = event.kind() == RowsEvent.Kind.INSERT ? null : shape.row(bytes);
            LogRow after = event.kind() == RowsEvent.Kind.DELETE ? null : shape.row(bytes);
            rows.add(new ChangedRow(shape.table(), number, rows.size(), before, after));
        }
        return rows;
    }

    /** @param images of each row: before, after, or both */
    private static void demandWhole(Bytes bytes, RowShape shape, int images) {
        boolean isWhole = bytes.packed() == shape.columns();
        for (int column = 0; isWhole && column < images * shape.columns(); column++) {
            int place = column % shape.columns();
            if (place % 8 == 0) {
                bytes.skip(1);
            }
            isWhole = (bytes.array()[bytes.at() - 1] >> place % 8 & 1) != 0;
        }
        if (!isWhole) {
            throw new UnreadableBinlogException("rows of " + shape.map().table()
                    + " are not logged whole (a session's binlog_row_image), or have other columns");
        }
    }
}
