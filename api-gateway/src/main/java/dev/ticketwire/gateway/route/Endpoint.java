package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Operation.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method and path of the API, with the permission that a key needs. Derived from the route table, for documentation,
 * administration and tests.
 *
 * @param path with arguments in braces
 * @param aliases other legacy paths for the same; reads, link and unlink respond in XML on those that end in {@code
 *     .xml}
 * @param operation its lower-case name
 * @param permission column of the key table; null if any valid key suffices, or each part needs its own
 * @param orElse a permission that suffices too, null if there is none
 */
public record Endpoint(
        String method,
        String path,
        List<String> aliases,
        String operation,
        @Nullable String permission,
        @Nullable String orElse) {

    /** All endpoints that need a key, legacy paths first. */
    public static List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        for (String suffix : List.of("json", "xml", "email")) {
            String tail = "tickets." + suffix;
            all.add(of("POST", "/api/" + tail, dispatched(tail).toList(), Operation.CREATE));
        }
        for (Operation operation : Operation.values()) {
            if (operation.script() != null) {
                all.addAll(ofScript(operation));
            }
        }
        RouteTable.SHORT.stream()
                .filter(route -> !route.operation().isPublic())
                .forEach(route -> all.add(ofShortPath(route)));
        return all;
    }

    private static List<Endpoint> ofScript(Operation operation) {
        String path = "/api/" + operation.script() + ".php" + operation.legacyArgument();
        List<String> aliases = aliases(operation, path);
        return operation.methods().stream()
                .map(method -> of(method, path + ".json", aliases, operation))
                .toList();
    }

    private static Endpoint ofShortPath(ShortRoute route) {
        String path = route.template().replace("*", "{argument}");
        return of(route.method(), path, List.of(), route.operation());
    }

    private static List<String> aliases(Operation operation, String path) {
        Stream<String> scripts = operation.argument() == Argument.NONE
                ? RouteTable.SUFFIXES.keySet().stream()
                        .filter(suffix -> !suffix.equals(".json"))
                        .sorted()
                : Stream.of(".xml");
        Stream<String> core = RouteTable.TICKET_OPERATIONS.contains(operation)
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
