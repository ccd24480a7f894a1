package dev.ticketwire.gateway.limit;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How much a key may ask for: of anything, or of one operation.
 *
 * @param name what {@code RateLimit} calls it: {@code key}, or the operation
 * @param perSecond requests a second, null for any number
 * @param inFlight requests at once, null for any number
 */
record RateLimit(
        String name, @Nullable Integer perSecond, @Nullable Integer inFlight) {

    /** @throws IllegalArgumentException if a number is less than 1 */
    static RateLimit configured(String name, String setting, OptionalInt perSecond, OptionalInt inFlight) {
        return new RateLimit(
                name,
                positive(setting + ".requests-per-second", perSecond),
                positive(setting + ".in-flight", inFlight));
    }

    private static @Nullable Integer positive(String setting, OptionalInt number) {
        if (number.isEmpty()) {
            return null;
        }
        if (number.getAsInt() < 1) {
            throw new IllegalArgumentException(setting + " must be 1 or more");
        }
        return number.getAsInt();
    }

    boolean isNone() {
        return perSecond == null && inFlight == null;
    }
}
