package dev.ticketwire.gateway.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The instances of one service: what they said last, and what has changed since they said it before. Thread-safe. */
final class ServiceWatch {
    private final String name;
    private final History history;
    /** Over a longer time between two readings nothing is claimed. */
    private final Duration longest;

    private final Instant began;
    /** The instances at each host of the setting. */
    private final Map<String, List<String>> hosts = new HashMap<>();

    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<String, InstanceView> views = new TreeMap<>();

    ServiceWatch(String name, History history, Duration longest, Instant began) {
        this.name = name;
        this.history = history;
        this.longest = longest;
        this.began = began;
    }

    /** The instances at a host are these, and no others any more. */
    synchronized void found(String host, Collection<String> instances) {
        hosts.put(host, List.copyOf(instances));
        Set<String> all = hosts.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        readings.keySet().retainAll(all);
        views.keySet().retainAll(all);
    }

    /** A host that has no address. */
    synchronized void notFound(String host) {
        found(host, List.of(host));
        readings.remove(host);
        notReached(host, "no address of this name is known");
    }

    synchronized void notReached(String instance, String why) {
        views.put(instance, InstanceView.notReached(name, instance, why));
    }

    synchronized void read(String instance, Reading now, Health ready, Health live) {
        Reading before = baseline(readings.get(instance), now);
        if (before != null) {
            history.add(name, before, now);
        }
        readings.put(instance, now);
        views.put(instance, InstanceView.of(name, instance, now, ready, live));
        Figure.of(name).forEach(figure -> gauge(figure, now.at()));
    }

    /** What counters are compared with; null if it cannot be told since when they have counted. */
    private @Nullable Reading baseline(@Nullable Reading before, Reading now) {
        Instant earliest = now.at().minus(longest);
        if (before != null && isSameProcess(before, now)) {
            return before.at().isAfter(earliest) && before.at().isBefore(now.at()) ? before : null;
        }
        Instant seen = before == null ? began : before.at();
        Instant started = now.started() == null && before != null ? before.at() : now.started();
        if (started == null || started.isBefore(seen) || !started.isAfter(earliest)) {
            return null;
        }
        // Its clock may be ahead of ours.
        return now.before(started.isBefore(now.at()) ? started : seen);
    }

    private static boolean isSameProcess(Reading before, Reading now) {
        return Objects.equals(before.started(), now.started())
                && now.counters().entrySet().stream()
                        .allMatch(total -> before.counters().getOrDefault(total.getKey(), 0.0) <= total.getValue());
    }

    private void gauge(Figure figure, Instant now) {
        if (figure.kind != Figure.Kind.HIGHEST && figure.kind != Figure.Kind.SUM) {
            return;
        }
        double[] known = readings.values().stream()
                .filter(reading -> reading.at().isAfter(now.minus(longest)))
                .filter(reading -> reading.gauges().containsKey(figure))
                .mapToDouble(reading -> reading.gauges().getOrDefault(figure, 0.0))
                .toArray();
        if (known.length > 0) {
            boolean isSum = figure.kind == Figure.Kind.SUM;
            history.gauge(
                    figure,
                    isSum
                            ? DoubleStream.of(known).sum()
                            : DoubleStream.of(known).max().orElse(0),
                    now);
        }
    }

    /** By instance. */
    synchronized List<InstanceView> views() {
        return List.copyOf(views.values());
    }
}
