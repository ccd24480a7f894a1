package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a caller may set of a subscription. */
record Draft(
        String description,
        String url,
        Map<String, String> headers,
        Filters filters,
        @Nullable JsonNode template) {
    static final Draft EMPTY = new Draft("", "", Map.of(), Filters.NONE, null);

    /** Addresses and headers may contain secrets. */
    @Override
    public String toString() {
        return "Draft";
    }
}
