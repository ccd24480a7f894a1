package dev.ticketwire.gateway.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last hour, as {@code GET /overview} returns it.
 *
 * @param step seconds per point
 * @param times the begins of the points, seconds since 1970, the oldest first
 * @param series by name, a value for each point; null where it is not known
 * @param units by the name of the series
 */
record OverviewView(
        Instant now,
        int step,
        long[] times,
        Map<String, List<@Nullable Number>> series,
        Map<String, String> units,
        List<InstanceView> services) {
    private static final String MEDIAN_LAG = "lagP50Ms";
    private static final double MILLIS = 1000;

    static OverviewView of(History history, List<InstanceView> services, Instant now) {
        Map<String, List<@Nullable Number>> series = new LinkedHashMap<>();
        Map<String, String> units = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            units.put(figure.title, unit(figure));
            if (figure == Figure.LAG) {
                series.put(figure.title, rounded(history.lag(0.99, now), MILLIS, 1));
                series.put(MEDIAN_LAG, rounded(history.lag(0.5, now), MILLIS, 1));
                units.put(MEDIAN_LAG, unit(figure));
            } else {
                series.put(figure.title, rounded(history.series(figure, now), 1, 10));
            }
        }
        return new OverviewView(now, History.STEP_SECONDS, History.times(now), series, units, services);
    }

    private static String unit(Figure figure) {
        return switch (figure) {
            case ACCEPTED, APPLIED, REJECTED, FAILED, DELIVERED, DELIVERY_FAILURES, MAILS_SENT -> "per minute";
            case LAG -> "ms";
            case OLDEST, EVENTS_BEHIND -> "s";
            case WAITING -> "commands";
            case DEAD_LETTERS -> "letters";
            case DELIVERIES_WAITING -> "deliveries";
            case MAILS_WAITING, MAILS_FAILED -> "mails";
        };
    }

    /** @param parts of 1 that are kept */
    private static List<@Nullable Number> rounded(double[] values, double factor, int parts) {
        List<@Nullable Number> rounded = new ArrayList<>(values.length);
        for (double value : values) {
            rounded.add(Double.isNaN(value) ? null : rounded(value * factor, parts));
        }
        return rounded;
    }

    /** Whole numbers without a fraction, so that the answer is short. */
    private static Number rounded(double value, int parts) {
        long scaled = Math.round(value * parts);
        if (scaled % parts == 0) {
            return scaled / parts;
        }
        return (double) scaled / parts;
    }
}
