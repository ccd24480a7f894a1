package dev.ticketwire.benchmark;

import java.util.Locale;

/** All benchmarks, in the order of {@code all}, which leaves {@link #EVENTS} and {@link #CORES} out. */
enum Benchmark {
    READS,
    SERVED,
    EDGE,
    OVERLOAD,
    PAGING,
    GET,
    CREATE,
    UPDATE,
    MIXED,
    BULK,
    LIMITS,
    EVENTS,
    CORES,
    ALL;

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
