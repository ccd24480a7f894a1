package dev.ticketwire.stats.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as RFC 4180 has it, in UTF-8 with a header row. Spreadsheets run what begins like a formula, and names are
 * anybody's text: such a text gets an apostrophe before it.
 */
final class CsvSheet {
    static final String CONTENT_TYPE = "text/csv; charset=UTF-8; header=present";

    private static final String FORMULAS = "=+-@\t\r";

    private CsvSheet() {}

    static byte[] bytes(Sheet sheet) {
        StringBuilder text = new StringBuilder(line(sheet.columns()));
        sheet.rows().forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvSheet::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value == null ? "" : value.toString();
        }
        String text = value.toString();
        String safe = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
