package dev.ticketwire.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures of two builds that were measured in turns. Each round's two figures were measured one right after the other,
 * so that what disturbs the machine for longer disturbs both: the ratio is made round by round.
 *
 * @param before medians of the rounds, of the older build
 * @param after of the newer one
 * @param ratio median of {@code after} over {@code before}, round by round
 * @param least smallest of these ratios
 * @param most largest of these ratios
 */
record PairedRatio(double before, double after, double ratio, double least, double most) {
    /** @param before one figure per round, as {@code after} */
    static PairedRatio of(List<Double> before, List<Double> after) {
        if (before.isEmpty() || before.size() != after.size()) {
            throw new IllegalArgumentException("rounds: " + before.size() + " and " + after.size());
        }
        List<Double> ratios = IntStream.range(0, before.size())
                .mapToObj(i -> after.get(i) / before.get(i))
                .toList();
        return new PairedRatio(
                median(before),
                median(after),
                median(ratios),
                ratios.stream().mapToDouble(d -> d).min().orElseThrow(),
                ratios.stream().mapToDouble(d -> d).max().orElseThrow());
    }

    /** The middle value, or the mean of the two middle ones. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
