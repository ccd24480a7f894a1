package dev.ticketwire.query.ticket;

import org.jspecify.annotations.Nullable;

/** Times as the database has them: {@code YYYY-MM-DD HH:MM:SS} on its own clock. */
public final class Times {
    private Times() {}

    /** The stored time; null where osTicket stores none, be it as NULL or as a date of zeros. */
    public static @Nullable String shown(@Nullable String stored) {
        return stored == null || stored.startsWith("0000-00-00") ? null : stored;
    }
}
