package dev.ticketwire.event.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;

/** The rows of a dump in which each row has an INSERT of its own: by table without prefix, each by column. */
@NullUnmarked // rows: any column may be null
final class Dump {
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE `ost_(\\w+)` \\(");
    private static final Pattern COLUMN = Pattern.compile(" +`(\\w+)` .*");
    private static final Pattern INSERT =
            Pattern.compile("INSERT INTO `ost_(\\w+)` VALUES \\((.*)\\);", Pattern.DOTALL);

    private Dump() {}

    static Map<String, List<Map<String, Object>>> read(Path gzipped) throws IOException {
        Map<String, List<String>> columns = new HashMap<>();
        Map<String, List<Map<String, Object>>> rows = new HashMap<>();
        List<String> current = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzipped)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher table = TABLE.matcher(line);
                Matcher column = COLUMN.matcher(line);
                Matcher insert = INSERT.matcher(line);
                if (table.matches()) {
                    current = new ArrayList<>();
                    columns.put(table.group(1), current);
                } else if (column.matches()) {
                    current.add(column.group(1));
                } else if (insert.matches()) {
                    rows.computeIfAbsent(insert.group(1), name -> new ArrayList<>())
                            .add(row(columns.get(insert.group(1)), insert.group(2)));
                }
            }
        }
        return rows;
    }

    private static Map<String, Object> row(List<String> columns, String values) {
        Map<String, Object> row = new LinkedHashMap<>();
        int at = 0;
        for (String column : columns) {
            StringBuilder text = new StringBuilder();
            boolean isText = values.charAt(at) == '\'';
            int end = isText ? quoted(values, at + 1, text) : plain(values, at, text);
            row.put(column, isText ? text.toString() : plainValue(text.toString()));
            at = end + 1;
        }
        return row;
    }

    private static Object plainValue(String text) {
        if (text.equals("NULL")) {
            return null;
        }
        return text.matches("-?\\d+") ? Long.valueOf(text) : text;
    }

    private static int plain(String values, int from, StringBuilder text) {
        int end = values.indexOf(',', from);
        end = end < 0 ? values.length() : end;
        text.append(values, from, end);
        return end;
    }

    /** @return place of the comma after the text */
    private static int quoted(String values, int from, StringBuilder text) {
        int i = from;
        while (values.charAt(i) != '\'') {
            char c = values.charAt(i++);
            if (c == '\\') {
                char escaped = values.charAt(i++);
                text.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped == '0' ? '\0' : escaped);
            } else {
                text.append(c);
            }
        }
        return i + 1;
    }
}
