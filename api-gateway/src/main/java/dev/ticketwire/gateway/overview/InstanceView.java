package dev.ticketwire.gateway.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a service, as it was a few seconds ago.
 *
 * @param instance address and port of its management address; {@code this} for this gateway where it asks itself
 * @param live null if it was not reached
 * @param reason the failing checks, or why it was not reached; null if nothing is missing
 * @param version null if it is not known, as {@code since}, when its process started
 */
record InstanceView(
        String name,
        String instance,
        boolean ready,
        @Nullable Boolean live,
        @Nullable String reason,
        @Nullable String version,
        @Nullable Instant since) {

    static InstanceView notReached(String name, String instance, String why) {
        return new InstanceView(name, instance, false, null, "not reached: " + why, null, null);
    }

    static InstanceView of(String name, String instance, Reading reading, Health ready, Health live) {
        String reason = live.reason() == null ? ready.reason() : live.reason();
        return new InstanceView(
                name, instance, ready.isUp(), live.isUp(), reason, reading.version(), reading.started());
    }
}
