package dev.ticketwire.osticket.reference;

import dev.ticketwire.contract.identity.Departments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What osTicket's key table has no column for.
 *
 * @param seesNotes whether it is told of internal notes
 * @param expires from when on the key is no longer valid, null for never
 * @param requestsPerSecond most requests in a second, null for any number
 * @param inFlight most requests at once, null for any number
 */
public record KeySettings(
        Departments departments,
        boolean seesNotes,
        @Nullable Instant expires,
        @Nullable Integer requestsPerSecond,
        @Nullable Integer inFlight) {

    public static final KeySettings NONE = new KeySettings(Departments.ALL, true, null, null, null);
}
