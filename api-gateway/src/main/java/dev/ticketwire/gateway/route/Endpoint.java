package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Operation.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method and path that is served, with what a key needs for it. From the table of operations, for those who document,
 * administer and test it.
 *
 * @param path arguments in braces
 * @param aliases further paths of the plugin's for the same; reads, link and unlink answer in XML where they end so
 * @param operation its lower-case name
 * @param permission a column of the key table; null if any valid key will do, or each part has its own
 * @param orElse a permission that is as good, null if there is none
 */
public record Endpoint(
        String method,
        String path,
        List<String> aliases,
        String operation,
        @Nullable String permission,
        @Nullable String orElse) {

    /** Every one that needs a key, the plugin's paths first. */
    public static List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        for (String suffix : List.of("json", "xml", "email")) {
            String tail = "tickets." + suffix;
            all.add(of("POST", "/api/" + tail, dispatched(tail).toList(), Operation.CREATE));
        }
        for (Operation operation : Operation.values()) {
            if (operation.script() != null) {
                String path = "/api/" + operation.script() + ".php" + operation.legacyArgument();
                List<String> aliases = aliases(operation, path);
                operation.methods().forEach(method -> all.add(of(method, path + ".json", aliases, operation)));
            }
        }
        RouteTable.SHORT.stream().filter(route -> !route.operation().isPublic()).forEach(route -> {
            String path = route.template().replace("*", "{argument}");
            all.add(of(route.method(), path, List.of(), route.operation()));
        });
        return all;
    }

    private static List<String> aliases(Operation operation, String path) {
        Stream<String> scripts = operation.argument() == Argument.NONE
                ? RouteTable.SUFFIXES.keySet().stream()
                        .filter(suffix -> !suffix.equals(".json"))
                        .sorted()
                : Stream.of(".xml");
        Stream<String> core = RouteTable.OF_A_TICKET.contains(operation)
                ? Stream.of("json", "xml")
                        .map(suffix -> "tickets" + operation.legacyArgument() + '.' + suffix)
                        .flatMap(tail -> Stream.concat(Stream.of("/api/" + tail), dispatched(tail)))
                : Stream.of();
        return Stream.concat(scripts.map(suffix -> path + suffix), core).toList();
    }

    private static Stream<String> dispatched(String tail) {
        return RouteTable.DISPATCHERS.stream().map(dispatcher -> "/api/" + dispatcher + tail);
    }

    private static Endpoint of(String method, String path, List<String> aliases, Operation operation) {
        Operation.Permission permission = operation.permission();
        return new Endpoint(
                method,
                path,
                aliases,
                operation.tag(),
                permission == null ? null : permission.column(),
                permission == null ? null : permission.orElse());
    }
}
