package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.call.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method and path of the API outside {@code /api/}.
 *
 * @param before the path before its argument, all of it if there is none
 * @param after the path after its argument, null if there is none
 */
record ShortRoute(String method, String before, @Nullable String after, Operation operation) {
    /** Operations with several paths; the argument is the path. */
    private static final Set<Operation> SEVERAL_PATHS = Set.of(Operation.LOOKUP, Operation.REPORT, Operation.DOCS);

    /** @param template the path, with {@code *} for its argument */
    ShortRoute(String method, String template, Operation operation) {
        this(
                method,
                template.indexOf('*') < 0 ? template : template.substring(0, template.indexOf('*')),
                template.indexOf('*') < 0 ? null : template.substring(template.indexOf('*') + 1),
                operation);
    }

    /** The path, with {@code *} for its argument. */
    String template() {
        return after == null ? before : before + '*' + after;
    }

    boolean serves(String requestMethod) {
        return methods().contains(requestMethod);
    }

    /** GET includes HEAD. */
    List<String> methods() {
        return method.equals("GET") ? List.of("GET", "HEAD") : List.of(method);
    }

    /** The raw argument, empty if the route takes none; null if {@code path} does not match. */
    @Nullable
    String argument(String path) {
        if (after == null) {
            return path.equals(before) ? (SEVERAL_PATHS.contains(operation) ? path.substring(1) : "") : null;
        }
        if (!path.startsWith(before) || !path.endsWith(after)) {
            return null;
        }
        int end = path.length() - after.length();
        String argument = end > before.length() ? path.substring(before.length(), end) : "";
        return argument.isEmpty() || argument.indexOf('/') >= 0 ? null : argument;
    }
}
