package dev.ticketwire.gateway.limit;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.OptionalInt;

/** Limits of keys without their own limits. By default there are none; a limit is 1 or more. */
@ConfigMapping(prefix = "ticketwire.limit")
interface RateLimitSettings {
    /** Requests per second of one key. */
    OptionalInt requestsPerSecond();

    /** Concurrent requests of one key. */
    OptionalInt inFlight();

    /** The number of gateways that share the limits; by default as many as run. 1: each counts for itself. */
    OptionalInt gateways();

    /** Additional limits of one key for one operation, by the operation's name in the metrics. */
    Map<String, OfOperation> operations();

    interface OfOperation {
        OptionalInt requestsPerSecond();

        OptionalInt inFlight();
    }
}
