package dev.ticketwire.benchmark;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a ratio should be.
 *
 * @param bound the ratio that is wanted
 * @param isMost whether the ratio may be at most {@code bound}, rather than at least
 */
record CompareGoal(double bound, boolean isMost) {
    static CompareGoal atLeast(double bound) {
        return new CompareGoal(bound, false);
    }

    static CompareGoal atMost(double bound) {
        return new CompareGoal(bound, true);
    }

    boolean isMet(double ratio) {
        return isMost ? ratio <= bound : ratio >= bound;
    }

    /** Of a table: the goal, and whether {@code ratio} meets it. */
    static String cell(@Nullable CompareGoal goal, double ratio) {
        return goal == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s %.2f: %s",
                        goal.isMost ? "≤" : "≥",
                        goal.bound,
                        goal.isMet(ratio) ? "met" : "missed");
    }
}
