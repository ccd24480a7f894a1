package dev.ticketwire.stats.report;

import dev.ticketwire.rest.render.DocumentWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A summary of durations.
 *
 * @param tickets how many durations there are
 * @param medianSeconds null, as the other percentile, if there are none
 */
record DurationSummary(
        long tickets,
        @Nullable Long medianSeconds,
        @Nullable Long p90Seconds) {

    void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("tickets", tickets).nullableField("medianSeconds", medianSeconds);
        out.nullableField("p90Seconds", p90Seconds).end();
    }

    List<@Nullable Object> cells() {
        return Arrays.asList(tickets, medianSeconds, p90Seconds);
    }
}
