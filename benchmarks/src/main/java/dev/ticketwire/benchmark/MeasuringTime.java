package dev.ticketwire.benchmark;

import java.time.Duration;

/**
 * The duration of a load.
 *
 * @param warmUp not measured
 * @param measured follows the warm-up
 */
record MeasuringTime(Duration warmUp, Duration measured) {
    Duration whole() {
        return warmUp.plus(measured);
    }

    /** @param sinceStart nanoseconds */
    boolean isMeasured(long sinceStart) {
        return sinceStart >= warmUp.toNanos() && sinceStart < whole().toNanos();
    }

    boolean isOver(long sinceStart) {
        return sinceStart >= whole().toNanos();
    }
}
