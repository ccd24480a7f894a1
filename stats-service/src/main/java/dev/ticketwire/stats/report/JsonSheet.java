package dev.ticketwire.stats.report;

import dev.ticketwire.rest.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet as JSON: an object for each row, and for the columns that share what stands before a dot an object within it. */
final class JsonSheet {
    private JsonSheet() {}

    static Json list(Sheet sheet) {
        Json json = new Json();
        json.list();
        sheet.rows().forEach(row -> object(sheet.columns(), row, json));
        json.end();
        return json;
    }

    /** The only row. */
    static Json one(Sheet sheet) {
        Json json = new Json();
        object(sheet.columns(), sheet.rows().getFirst(), json);
        return json;
    }

    private static void object(List<String> columns, List<@Nullable Object> row, Json json) {
        json.object();
        String open = "";
        for (int i = 0; i < row.size(); i++) {
            String column = columns.get(i);
            String outer = column.substring(0, Math.max(0, column.indexOf('.')));
            if (!outer.equals(open)) {
                move(open, outer, json);
                open = outer;
            }
            json.name(column.substring(column.indexOf('.') + 1));
            value(row.get(i), json);
        }
        move(open, "", json);
        json.end();
    }

    private static void move(String from, String to, Json json) {
        if (!from.isEmpty()) {
            json.end();
        }
        if (!to.isEmpty()) {
            json.name(to).object();
        }
    }

    private static void value(@Nullable Object value, Json json) {
        if (value instanceof Number number) {
            json.number(number.longValue());
        } else {
            json.text((String) value);
        }
    }
}
