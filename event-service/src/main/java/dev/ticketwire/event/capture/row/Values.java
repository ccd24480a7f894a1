package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.Objects;

/** Values of columns, with osTicket's words for nothing: 0 and the empty text. */
final class Values {
    private Values() {}

    static long number(Row row, String column) {
        Long number = row.number(column);
        return number == null ? 0 : number;
    }

    static String text(Row row, String column) {
        return Objects.requireNonNullElse(row.text(column), "");
    }
}
