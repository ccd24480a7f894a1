package dev.ticketwire.system;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says it serves.
 *
 * @param path arguments in braces
 * @param permission null if any valid key will do, or each part has its own
 * @param orElse a permission that is as good, null if there is none
 */
record Endpoint(
        String method,
        String path,
        String operation,
        @Nullable String permission,
        @Nullable String orElse) {

    static Endpoint of(Map<String, String> item) {
        return new Endpoint(
                Objects.requireNonNull(item.get("method")),
                Objects.requireNonNull(item.get("path")),
                Objects.requireNonNull(item.get("operation")),
                item.get("permission"),
                item.get("orElse"));
    }
}
