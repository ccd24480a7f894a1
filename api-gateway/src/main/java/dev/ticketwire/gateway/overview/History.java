package dev.ticketwire.gateway.overview;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The figures of the last hour in points of ten seconds; its memory does not grow. What was counted between two readings
 * is spread evenly over the points between them. Thread-safe.
 */
final class History {
    static final int STEP_SECONDS = 10;
    static final int POINTS = 360;
    /** One more, which is not over yet. */
    private static final int KEPT = POINTS + 1;
    /** A rate over less time would be a guess. */
    private static final double LEAST_SECONDS = 1;

    private static final int MOST_BUCKETS = 128;
    private static final double MILLIS = 1000.0;

    private final Map<Figure, double[]> values = new EnumMap<>(Figure.class);
    /** Seconds of each point in which a service was watched. */
    private final Map<String, double[]> watched = new HashMap<>();
    /** Per bucket of the lag, by its upper bound in seconds. */
    private final NavigableMap<Double, double[]> lag = new TreeMap<>();

    private final Map<String, Instant> watchedUntil = new HashMap<>();
    private long latest = -1;

    History() {
        for (Figure figure : Figure.values()) {
            double[] points = new double[KEPT];
            values.put(figure, points);
            watched.put(figure.service, new double[KEPT]);
            Arrays.fill(points, empty(figure));
        }
    }

    private static double empty(Figure figure) {
        return isGauge(figure) ? Double.NaN : 0;
    }

    private static boolean isGauge(Figure figure) {
        return figure.kind == Figure.Kind.HIGHEST || figure.kind == Figure.Kind.SUM;
    }

    /** Adds what an instance counted between two readings of the same process. */
    synchronized void add(String service, Reading before, Reading now) {
        advance(point(now.at()));
        now.counters()
                .forEach((figure, total) -> spread(
                        values(figure),
                        before.at(),
                        now.at(),
                        total - before.counters().getOrDefault(figure, 0.0)));
        now.lag().forEach((bound, total) -> {
            double increase = total - before.lag().getOrDefault(bound, 0.0);
            if (increase > 0) {
                spread(bucket(bound), before.at(), now.at(), increase);
            }
        });
        watch(service, before.at(), now.at());
    }

    private double[] values(Figure figure) {
        return values.getOrDefault(figure, new double[0]);
    }

    /** Beyond the most buckets that are kept, the next one with a higher bound. */
    private double[] bucket(double bound) {
        double[] kept = lag.get(bound);
        if (kept == null && lag.size() >= MOST_BUCKETS) {
            Map.Entry<Double, double[]> next = lag.ceilingEntry(bound);
            kept = next == null ? lag.lastEntry().getValue() : next.getValue();
        }
        if (kept == null) {
            kept = new double[KEPT];
            lag.put(bound, kept);
        }
        return kept;
    }

    /** Instances are watched side by side: only what is later than all before is added. */
    private void watch(String service, Instant from, Instant to) {
        Instant until = watchedUntil.getOrDefault(service, Instant.MIN);
        Instant begin = from.isBefore(until) ? until : from;
        double[] seconds = watched.get(service);
        if (seconds != null && begin.isBefore(to)) {
            spread(seconds, begin, to, (to.toEpochMilli() - begin.toEpochMilli()) / MILLIS);
            watchedUntil.put(service, to);
        }
    }

    private void spread(double[] points, Instant from, Instant to, double amount) {
        double begin = from.toEpochMilli() / MILLIS;
        double end = Math.max(to.toEpochMilli() / MILLIS, begin + 1 / MILLIS);
        for (long point = Math.max(point(from), latest - KEPT + 1); point <= Math.min(point(to), latest); point++) {
            double overlap =
                    Math.min(end, (point + 1.0) * STEP_SECONDS) - Math.max(begin, point * (double) STEP_SECONDS);
            points[slot(point)] += amount * Math.max(0, overlap) / (end - begin);
        }
    }

    /** Notes the value of a gauge, of all instances together. */
    synchronized void gauge(Figure figure, double value, Instant at) {
        advance(point(at));
        if (point(at) > latest - KEPT) {
            double[] points = values(figure);
            int slot = slot(point(at));
            points[slot] = Double.isNaN(points[slot]) ? value : Math.max(points[slot], value);
        }
    }

    private static long point(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    private static int slot(long point) {
        return Math.floorMod(point, KEPT);
    }

    /** Clears the points between the latest one and {@code point}, which is the latest one then. */
    private void advance(long point) {
        for (long next = Math.max(latest + 1, point - KEPT + 1); next <= point; next++) {
            int slot = slot(next);
            values.forEach((figure, points) -> points[slot] = empty(figure));
            watched.values().forEach(points -> points[slot] = 0);
            lag.values().forEach(points -> points[slot] = 0);
        }
        latest = Math.max(latest, point);
    }

    /** The begins of the points that are over, in seconds since 1970, the oldest first. */
    static long[] times(Instant now) {
        long end = point(now);
        long[] times = new long[POINTS];
        for (int i = 0; i < POINTS; i++) {
            times[i] = (end - POINTS + i) * STEP_SECONDS;
        }
        return times;
    }

    /** A value for each of {@link #times}: per minute of counters; NaN where it is not known. */
    synchronized double[] series(Figure figure, Instant now) {
        advance(point(now));
        double[] points = values(figure);
        double[] seconds = watched.getOrDefault(figure.service, new double[KEPT]);
        return each(
                now,
                slot -> isGauge(figure)
                        ? points[slot]
                        : seconds[slot] < LEAST_SECONDS ? Double.NaN : points[slot] / seconds[slot] * 60);
    }

    /**
     * The time in seconds that a share of the commands did not exceed, for each of {@link #times}; NaN where there were
     * none.
     */
    synchronized double[] lag(double share, Instant now) {
        advance(point(now));
        return each(now, slot -> {
            NavigableMap<Double, Double> counts = new TreeMap<>();
            lag.forEach((bound, points) -> counts.put(bound, points[slot]));
            return Quantile.of(share, counts);
        });
    }

    private double[] each(Instant now, SlotValue value) {
        long end = point(now);
        double[] all = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            all[i] = value.at(slot(end - POINTS + i));
        }
        return all;
    }

    /** The value in a slot. */
    private interface SlotValue {
        double at(int slot);
    }
}
