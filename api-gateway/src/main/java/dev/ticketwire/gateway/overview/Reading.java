package dev.ticketwire.gateway.overview;

import dev.ticketwire.gateway.overview.Figure.Kind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one instance at one time.
 *
 * @param counters totals since the process started; one that does not exist yet is 0
 * @param gauges those that are known
 * @param lag number of commands by the upper bound of their bucket, in seconds; not cumulative
 * @param started when the process started; null if it does not say
 * @param version of the service; null if it does not say
 */
record Reading(
        Instant at,
        Map<Figure, Double> counters,
        Map<Figure, Double> gauges,
        NavigableMap<Double, Double> lag,
        @Nullable Instant started,
        @Nullable String version) {

    static Reading of(String service, List<Sample> samples, Instant at) {
        Map<Figure, Double> counters = new EnumMap<>(Figure.class);
        Map<Figure, Double> gauges = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.of(service)) {
            Double sum = figure.sum(samples);
            if (figure.kind == Kind.COUNTER) {
                counters.put(figure, sum == null ? 0 : sum);
            } else if (figure.kind != Kind.HISTOGRAM && sum != null) {
                gauges.put(figure, sum);
            }
        }
        NavigableMap<Double, Double> lag = Figure.LAG.service.equals(service) ? increments(samples) : new TreeMap<>();
        return new Reading(at, counters, gauges, lag, started(samples), version(samples));
    }

    /** Of cumulative buckets, the number in each. */
    private static NavigableMap<Double, Double> increments(List<Sample> samples) {
        NavigableMap<Double, Double> cumulative = new TreeMap<>();
        samples.stream()
                .filter(sample -> sample.name().equals(Figure.LAG.metric))
                .forEach(sample -> cumulative.merge(bound(sample), sample.value(), Double::sum));
        NavigableMap<Double, Double> increments = new TreeMap<>();
        double before = 0;
        for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
            increments.put(bucket.getKey(), bucket.getValue() - before);
            before = bucket.getValue();
        }
        return increments;
    }

    private static double bound(Sample bucket) {
        String bound = bucket.labels().getOrDefault("le", "");
        try {
            return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
        } catch (NumberFormatException e) {
            throw new PrometheusText.Malformed(bucket.toString());
        }
    }

    private static @Nullable Instant started(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.name().equals(Figure.STARTED) && sample.value() > 0 && sample.value() < 1e11)
                .findFirst()
                .map(sample -> Instant.ofEpochMilli((long) (sample.value() * 1000)))
                .orElse(null);
    }

    private static @Nullable String version(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.name().equals(Figure.BUILD))
                .findFirst()
                .map(sample -> sample.labels().get("version"))
                .orElse(null);
    }

    /** What is counted from when a process starts. */
    Reading before(Instant processStart) {
        return new Reading(processStart, Map.of(), Map.of(), new TreeMap<>(), started, version);
    }
}
