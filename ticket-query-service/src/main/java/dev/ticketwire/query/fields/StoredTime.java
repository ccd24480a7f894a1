package dev.ticketwire.query.fields;

import org.jspecify.annotations.Nullable;

/** Times as stored: {@code YYYY-MM-DD HH:MM:SS} on the database's clock. */
public final class StoredTime {
    private static final String ZERO_DATE = "0000-00-00";

    private StoredTime() {}

    /** The time; null if none is stored, as NULL or as a zero date. */
    public static @Nullable String orNull(@Nullable String stored) {
        return stored == null || stored.startsWith(ZERO_DATE) ? null : stored;
    }
}
