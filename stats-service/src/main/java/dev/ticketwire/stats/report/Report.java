package dev.ticketwire.stats.report;

import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.ListView;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import java.util.List;

/**
 * A report. JSON: an array of its rows, or the row itself if there can only be one.
 *
 * @param columns their names in CSV
 * @param isSingle whether there is always exactly one row
 */
record Report<R extends ReportRow>(List<String> columns, List<R> rows, boolean isSingle) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        View body = isSingle ? rows.getFirst() : new ListView<>(rows);
        body.writeTo(out);
    }
}
