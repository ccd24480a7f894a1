package dev.ticketwire.benchmark;

import java.util.Locale;

/** What can be measured, in the order of a run of all. */
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
    ALL;

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
