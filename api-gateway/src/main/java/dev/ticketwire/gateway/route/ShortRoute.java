package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.call.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A method and path of the API outside {@code /api/}.
 *
 * @param template the path, with {@code *} for each argument, which is a segment or a part of one
 * @param before the path before its first argument, all of it if there is none
 * @param pattern that the path must match; a group for each argument
 */
record ShortRoute(String method, String template, String before, Pattern pattern, Operation operation) {
    /** Operations with several paths; the argument is the path. */
    private static final Set<Operation> SEVERAL_PATHS = Set.of(
            Operation.LOOKUP,
            Operation.REPORT,
            Operation.DOCS,
            Operation.WEBHOOKS,
            Operation.WEBHOOK_CHANGE,
            Operation.WEBHOOK_TEST);

    ShortRoute(String method, String template, Operation operation) {
        this(method, template, template.split("\\*", 2)[0], pattern(template), operation);
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(
                Arrays.stream(template.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("([^/]+)")));
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
        if (!path.startsWith(before)) {
            return null;
        }
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        return SEVERAL_PATHS.contains(operation)
                ? path.substring(1)
                : matcher.groupCount() == 0 ? "" : matcher.group(1);
    }
}
