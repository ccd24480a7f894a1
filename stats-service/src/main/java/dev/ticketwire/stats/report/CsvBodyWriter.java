package dev.ticketwire.stats.report;

import dev.ticketwire.rest.render.WholeBodyWriter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports as CSV (RFC 4180), in UTF-8 with a header row. Names may come from anybody, and spreadsheets evaluate
 * texts that begin like a formula: such a text is prefixed with an apostrophe.
 */
@Provider
@Produces(CsvBodyWriter.CSV)
public class CsvBodyWriter extends WholeBodyWriter<Report<?>> {
    static final String CSV = "text/csv";

    private static final String CONTENT_TYPE = CSV + "; charset=UTF-8; header=present";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    @Override
    protected Body body(Report<?> report, MediaType mediaType) {
        StringBuilder text = new StringBuilder(line(report.columns()));
        for (ReportRow row : report.rows()) {
            text.append(line(row.cells()));
        }
        return new Body(CONTENT_TYPE, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvBodyWriter::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value == null ? "" : value.toString();
        }
        String text = value.toString();
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
