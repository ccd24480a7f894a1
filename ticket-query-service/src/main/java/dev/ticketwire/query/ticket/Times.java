package dev.ticketwire.query.ticket;

import dev.ticketwire.osticket.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** Times as the database has them: {@code YYYY-MM-DD HH:MM:SS} on its own clock. */
public final class Times {
    private Times() {}

    /** The stored time; null where osTicket stores none, be it as NULL or as a date of zeros. */
    public static @Nullable String shown(@Nullable String stored) {
        return DatabaseTime.orNull(stored);
    }
}
