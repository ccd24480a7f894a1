package dev.ticketwire.benchmark;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A measured line of the comparison, as a row of a Markdown table and as JSON. */
record CompareLine(
        String name,
        String unit,
        PairedRatio ratio,
        @Nullable CompareGoal goal) {
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | **%.2f** | %.2f–%.2f | %s |",
                name,
                unit,
                figure(ratio.before()),
                figure(ratio.after()),
                ratio.ratio(),
                ratio.least(),
                ratio.most(),
                CompareGoal.cell(goal, ratio.ratio()));
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"work\":\"%s\",\"unit\":\"%s\",\"before\":%.3f,\"after\":%.3f,\"ratio\":%.4f,\"least\":%.4f,\"most\":%.4f}",
                name,
                unit,
                ratio.before(),
                ratio.after(),
                ratio.ratio(),
                ratio.least(),
                ratio.most());
    }

    private static String figure(double value) {
        return value < 100 ? String.format(Locale.ROOT, "%.2f", value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
