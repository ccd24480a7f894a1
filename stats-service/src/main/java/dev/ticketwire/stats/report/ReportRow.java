package dev.ticketwire.stats.report;

import dev.ticketwire.rest.render.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a report: a JSON object, or a line of CSV. */
interface ReportRow extends View {
    /** A number, a text or null for each column of the report. */
    List<@Nullable Object> cells();
}
