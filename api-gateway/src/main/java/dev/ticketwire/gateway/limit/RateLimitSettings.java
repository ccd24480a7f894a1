package dev.ticketwire.gateway.limit;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.OptionalInt;

/** What any key may do that has no limits of its own. By default nothing is limited; a limit is 1 or more. */
@ConfigMapping(prefix = "ticketwire.limit")
interface RateLimitSettings {
    /** Requests a second of one key. */
    OptionalInt requestsPerSecond();

    /** Requests of one key that are being answered. */
    OptionalInt inFlight();

    /** Besides these, limits of one key for one operation, by the operation's name as in the metrics. */
    Map<String, OfOperation> operations();

    interface OfOperation {
        OptionalInt requestsPerSecond();

        OptionalInt inFlight();
    }
}
