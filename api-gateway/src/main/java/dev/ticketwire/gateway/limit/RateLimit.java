package dev.ticketwire.gateway.limit;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one key, for all its requests or for one operation.
 *
 * @param name in the header {@code RateLimit}: {@code key}, or the operation
 * @param perSecond requests per second, null for no limit
 * @param inFlight concurrent requests, null for no limit
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

    /** What one of so many gateways lets through, at least 1. Rounded up: together they never allow less. */
    RateLimit share(int gateways) {
        return gateways == 1 ? this : new RateLimit(name, share(perSecond, gateways), share(inFlight, gateways));
    }

    private static @Nullable Integer share(@Nullable Integer whole, int gateways) {
        return whole == null ? null : Integer.valueOf((whole + gateways - 1) / gateways);
    }

    boolean isUnlimited() {
        return perSecond == null && inFlight == null;
    }
}
