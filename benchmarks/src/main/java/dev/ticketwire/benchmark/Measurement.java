package dev.ticketwire.benchmark;

import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * One line of the result.
 *
 * @param name stable, e.g. {@code create.gateway.max}
 * @param what description for people
 * @param perSecond good answers, rows or records per second of the measured time
 * @param latency of good and bad answers, microseconds; empty if only throughput is measured
 */
record Measurement(String name, String what, double perSecond, long failures, Histogram latency) {

    /** Combines measurements of equal duration. */
    static Measurement together(List<Measurement> parts) {
        Histogram latency = parts.getFirst().latency().copy();
        parts.stream().skip(1).forEach(part -> latency.add(part.latency()));
        return new Measurement(
                parts.getFirst().name(),
                parts.getFirst().what(),
                parts.stream().mapToDouble(Measurement::perSecond).average().orElseThrow(),
                parts.stream().mapToLong(Measurement::failures).sum(),
                latency);
    }

    Measurement failing(long instead) {
        return new Measurement(name, what, perSecond, instead, latency);
    }

    static String header() {
        return String.format(
                Locale.ROOT, "%-46s %10s %9s %9s %9s %8s", "", "per second", "p50 ms", "p99 ms", "max ms", "failed");
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-46s %10.0f %9s %9s %9s %8d",
                what,
                perSecond,
                millis(50),
                millis(99),
                millis(100),
                failures);
    }

    /** One JSON object on one line; a percentile that was not measured is null. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"figure\":\"%s\",\"perSecond\":%.1f,\"p50Ms\":%s,\"p99Ms\":%s,\"maxMs\":%s,\"failed\":%d}",
                name,
                perSecond,
                orNull(millis(50)),
                orNull(millis(99)),
                orNull(millis(100)),
                failures);
    }

    private String millis(double percentile) {
        return latency.getTotalCount() == 0
                ? ""
                : String.format(Locale.ROOT, "%.1f", latency.getValueAtPercentile(percentile) / 1000.0);
    }

    private static String orNull(String number) {
        return number.isEmpty() ? "null" : number;
    }
}
