package dev.ticketwire.osticket.reference;

import dev.ticketwire.contract.identity.Departments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a key that osTicket's key table has no columns for.
 *
 * @param seesNotes whether it sees internal notes
 * @param maySubscribe whether it may have webhooks
 * @param expires the time from which the key is invalid, null for never
 * @param requestsPerSecond maximum of requests per second, null for no limit
 * @param inFlight maximum of concurrent requests, null for no limit
 */
public record KeySettings(
        Departments departments,
        boolean seesNotes,
        boolean maySubscribe,
        @Nullable Instant expires,
        @Nullable Integer requestsPerSecond,
        @Nullable Integer inFlight) {

    public static final KeySettings NONE = new KeySettings(Departments.ALL, true, false, null, null, null);
}
