package dev.ticketwire.webhook.log;

import java.util.List;

/** States of deliveries in the database. */
final class DeliveryStates {
    /** It waits for its first or next attempt. */
    static final String PENDING = "pending";
    /** It was asked for, and is not in its line yet. */
    static final String REQUESTED = "requested";

    static final String DELIVERED = "delivered";
    /** It was given up. */
    static final String FAILED = "failed";
    /** It waits, and is not wanted any more. */
    static final String DISCARDING = "discarding";

    static final String DISCARDED = "discarded";

    /** As callers know them. */
    static final List<String> SHOWN = List.of(PENDING, REQUESTED, DELIVERED, FAILED, DISCARDED);

    private DeliveryStates() {}

    static List<String> stored(String shown) {
        return shown.equals(DISCARDED) ? List.of(DISCARDED, DISCARDING) : List.of(shown);
    }
}
