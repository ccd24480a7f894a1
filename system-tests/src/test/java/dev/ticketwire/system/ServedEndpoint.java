package dev.ticketwire.system;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says it serves.
 *
 * @param path arguments in braces
 * @param aliases further paths that mean the same
 * @param permission null if any valid key will do, or each part has its own
 * @param orElse a permission that is as good, null if there is none
 */
record ServedEndpoint(
        String method,
        String path,
        List<String> aliases,
        String operation,
        @Nullable String permission,
        @Nullable String orElse) {

    Stream<ServedEndpoint> ofAliases() {
        return aliases.stream().map(alias -> new ServedEndpoint(method, alias, List.of(), operation, permission, orElse));
    }

    boolean answersXml() {
        return path.endsWith("xml");
    }
}
