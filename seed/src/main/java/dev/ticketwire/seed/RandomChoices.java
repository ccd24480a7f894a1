package dev.ticketwire.seed;

import java.util.List;

/** Numbers that look random and depend on the running number alone (SplitMix64). */
final class RandomChoices {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** @param purpose so that one ticket's draws for one thing do not depend on how many another takes */
    RandomChoices(int runningNumber, int purpose) {
        this.state = mixed(runningNumber * 31L + purpose + GOLDEN);
    }

    long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(next(), bound);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    /** Seconds, mostly fewer than {@code mean}, sometimes many more. */
    long seconds(long mean) {
        return (long) (-Math.log(1 - share()) * mean);
    }

    /** From 0 up to, but without, 1. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** One of {@code choices}, the first ones more often. */
    <T> T favouring(List<T> choices) {
        return choices.get(below(1 + below(choices.size())));
    }

    <T> T one(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
