package dev.ticketwire.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Records answers within the measured time; ignores the warm-up. */
final class LatencyRecorder {
    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

    private final Histogram latency = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final LongAdder good = new LongAdder();
    private final LongAdder bad = new LongAdder();

    void answered(boolean expected, long nanos) {
        (expected ? good : bad).increment();
        latency.recordValue(Math.clamp(nanos / 1000, 0, LONGEST_MICROS));
    }

    /** Counts without latencies, for work done in batches. */
    void done(long count) {
        good.add(count);
    }

    Measurement measurement(String name, String what, Duration measured) {
        return new Measurement(name, what, good.sum() / (measured.toNanos() / 1e9), bad.sum(), latency);
    }
}
