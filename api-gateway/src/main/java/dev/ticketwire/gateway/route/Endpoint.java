package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.call.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method and path that is served, with what a key needs for it. From the table of operations, for those who document,
 * administer and test it.
 *
 * @param path arguments in braces
 * @param operation its lower-case name
 * @param permission a column of the key table; null if any valid key will do, or each part has its own
 * @param orElse a permission that is as good, null if there is none
 */
public record Endpoint(
        String method,
        String path,
        String operation,
        @Nullable String permission,
        @Nullable String orElse) {

    /** Every one that needs a key, the plugin's paths first. */
    public static List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        for (String suffix : List.of("json", "xml", "email")) {
            all.add(of("POST", "/api/tickets." + suffix, Operation.CREATE));
        }
        for (Operation operation : Operation.values()) {
            if (operation.script() != null) {
                String path = "/api/" + operation.script() + ".php" + operation.legacyArgument() + ".json";
                operation.methods().forEach(method -> all.add(of(method, path, operation)));
            }
        }
        Routes.SHORT.stream().filter(route -> !route.operation().isPublic()).forEach(route -> {
            String path = route.template().replace("*", "{argument}");
            all.add(of(route.method(), path, route.operation()));
        });
        return all;
    }

    private static Endpoint of(String method, String path, Operation operation) {
        Operation.Permission permission = operation.permission();
        return new Endpoint(
                method,
                path,
                operation.tag(),
                permission == null ? null : permission.column(),
                permission == null ? null : permission.orElse());
    }
}
