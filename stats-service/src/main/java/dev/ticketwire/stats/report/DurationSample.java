package dev.ticketwire.stats.report;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects durations. Percentiles are nearest ranks: always one of the durations. */
final class DurationSample {
    private int[] seconds = new int[64];
    private int size;

    /** @param duration in seconds; a negative one counts as 0 */
    void add(long duration) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
        }
        seconds[size++] = (int) Math.clamp(duration, 0, Integer.MAX_VALUE);
    }

    DurationSummary summary() {
        Arrays.sort(seconds, 0, size);
        return new DurationSummary(size, percentile(50), percentile(90));
    }

    private @Nullable Long percentile(int percent) {
        int rank = (int) (((long) size * percent + 99) / 100);
        return size == 0 ? null : Long.valueOf(seconds[rank - 1]);
    }
}
