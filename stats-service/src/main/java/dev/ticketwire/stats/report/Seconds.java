package dev.ticketwire.stats.report;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Durations while they are gathered, and their percentiles by nearest rank: one of the durations, never one in between. */
final class Seconds {
    private int[] values = new int[64];
    private int size;

    /** @param seconds one below zero counts as zero */
    void add(long seconds) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = (int) Math.clamp(seconds, 0, Integer.MAX_VALUE);
    }

    /** How many there are, the median and the 90th percentile; these two are null if there are none. */
    List<@Nullable Object> figures() {
        Arrays.sort(values, 0, size);
        return Arrays.asList((long) size, percentile(50), percentile(90));
    }

    private @Nullable Long percentile(int percent) {
        int rank = (int) (((long) size * percent + 99) / 100);
        return size == 0 ? null : Long.valueOf(values[rank - 1]);
    }
}
