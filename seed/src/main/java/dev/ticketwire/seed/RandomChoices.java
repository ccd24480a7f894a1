package dev.ticketwire.seed;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random numbers that depend only on the running number of a ticket, so that every machine generates the same help
 * desk.
 */
final class RandomChoices {
    private final SplittableRandom random;

    /** @param purpose separates the choices for different purposes, so that they do not influence each other */
    RandomChoices(int runningNumber, int purpose) {
        this.random = new SplittableRandom(runningNumber * 31L + purpose);
    }

    /** @return 0 to {@code bound - 1} */
    int nextInt(int bound) {
        return random.nextInt(bound);
    }

    /** @return from 0 (inclusive) to 1 (exclusive) */
    double nextDouble() {
        return random.nextDouble();
    }

    boolean chance(int percent) {
        return nextInt(100) < percent;
    }

    /** @return exponentially distributed: mostly fewer than {@code mean}, sometimes many more */
    long seconds(long mean) {
        return (long) (-Math.log(1 - nextDouble()) * mean);
    }

    /** @return one of {@code choices}, the first ones more often */
    <T> T oneOfFavouringFirst(List<T> choices) {
        return choices.get(nextInt(1 + nextInt(choices.size())));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(nextInt(choices.size()));
    }
}
