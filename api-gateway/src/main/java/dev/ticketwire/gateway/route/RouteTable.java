package dev.ticketwire.gateway.route;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Operation.Argument;
import dev.ticketwire.gateway.call.RequestTarget;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From method and raw path to what is meant. Default: nothing. */
final class RouteTable {
    private static final Map<String, Operation> SCRIPTS = Arrays.stream(Operation.values())
            .filter(operation -> operation.script() != null)
            .collect(Collectors.toMap(operation -> Objects.requireNonNull(operation.script()), operation -> operation));

    /** What stands behind a script that takes no argument; the reference's own forms and those its set-ups make. */
    static final Map<String, String> SUFFIXES =
            Map.of("", "json", "/", "json", ".json", "json", ".xml", "xml", "/.json", "json", "/.xml", "xml");

    /** What may stand before what the core serves itself. */
    static final List<String> DISPATCHERS = List.of("http.php/", "wildcard/", "wildcard.php/");

    private static final Refusal NOT_SUPPORTED = Refusal.of(ProblemCode.URL_NOT_SUPPORTED, "URL not supported");
    private static final Refusal NOT_FOUND = Refusal.of(ProblemCode.NOT_FOUND, "Nothing is served under this path");

    /** Short paths: exact ones first. {@code *} stands for one segment. */
    static final List<Short> SHORT = List.of(
            new Short("GET", "/tickets/search", Operation.SEARCH),
            new Short("POST", "/tickets/bulk", Operation.BULK),
            new Short("POST", "/tickets", Operation.CREATE),
            new Short("GET", "/tickets", Operation.LIST),
            new Short("GET", "/tickets/*", Operation.GET),
            new Short("PATCH", "/tickets/*", Operation.UPDATE),
            new Short("DELETE", "/tickets/*", Operation.DELETE),
            new Short("POST", "/tickets/*/replies", Operation.REPLY),
            new Short("GET", "/tickets/*/thread", Operation.THREAD),
            new Short("GET", "/tickets/*/parent", Operation.PARENT),
            new Short("DELETE", "/tickets/*/parent", Operation.UNLINK),
            new Short("GET", "/tickets/*/children", Operation.CHILDREN),
            new Short("POST", "/tickets/*/children", Operation.LINK),
            new Short("GET", "/tickets-stats", Operation.STATS),
            new Short("GET", "/tickets-statuses", Operation.STATUSES),
            new Short("GET", "/statistics/counts", Operation.REPORT),
            new Short("GET", "/statistics/days", Operation.REPORT),
            new Short("GET", "/statistics/times", Operation.REPORT),
            new Short("GET", "/departments", Operation.LOOKUP),
            new Short("GET", "/help-topics", Operation.LOOKUP),
            new Short("GET", "/priorities", Operation.LOOKUP),
            new Short("GET", "/slas", Operation.LOOKUP),
            new Short("GET", "/teams", Operation.LOOKUP),
            new Short("GET", "/agents", Operation.LOOKUP),
            new Short("GET", "/statuses", Operation.STATUSES),
            new Short("GET", "/attachments/*/content", Operation.CONTENT),
            new Short("GET", "/attachments/*", Operation.DOWNLOAD),
            new Short("GET", "/commands/*", Operation.RECEIPT),
            new Short("GET", "/openapi.json", Operation.DOCS),
            new Short("GET", "/openapi.yaml", Operation.DOCS),
            new Short("GET", "/openapi-3.0.json", Operation.DOCS),
            new Short("GET", "/openapi-3.0.yaml", Operation.DOCS),
            new Short("GET", "/docs", Operation.DOCS),
            new Short("GET", "/docs/", Operation.DOCS),
            new Short("GET", "/docs/start.js", Operation.DOCS),
            new Short("GET", "/docs/page.css", Operation.DOCS),
            new Short("GET", "/docs/swagger-ui.css", Operation.DOCS),
            new Short("GET", "/docs/swagger-ui-bundle.js", Operation.DOCS),
            new Short("GET", "/docs/favicon-32x32.png", Operation.DOCS),
            new Short("GET", "/problems", Operation.PROBLEM),
            new Short("GET", "/problems/*", Operation.PROBLEM),
            new Short("GET", "/health", Operation.HEALTH));

    /** Operations whose argument is which of their paths it is. */
    private static final Set<Operation> SEVERAL_PATHS = Set.of(Operation.LOOKUP, Operation.REPORT, Operation.DOCS);

    record Short(String method, String before, @Nullable String after, Operation operation) {
        Short(String method, String template, Operation operation) {
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

        boolean answers(String asked) {
            return method.equals(asked) || method.equals("GET") && asked.equals("HEAD");
        }

        /** The raw argument, empty if it takes none; null if {@code path} does not fit. */
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

    /** What the core's dispatcher serves about one ticket; the reference registered the update alone, and never reached it. */
    static final List<Operation> OF_A_TICKET = List.of(Operation.GET, Operation.UPDATE, Operation.DELETE);

    private static final String EVERY_METHOD = "GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS";

    private RouteTable() {}

    static RequestTarget match(String method, String path) {
        boolean legacy = path.equals("/api") || path.startsWith("/api/");
        if (!legacy) {
            return shortPath(method, path);
        }
        String rest = path.length() > 5 ? path.substring(5) : "";
        int script = rest.indexOf(".php");
        Operation operation = script > 0 ? SCRIPTS.get(rest.substring(0, script)) : null;
        String tail = script > 0 ? rest.substring(script + 4) : "";
        if (operation != null && (tail.isEmpty() || tail.charAt(0) == '/' || tail.charAt(0) == '.')) {
            return script(operation, method, path, tail);
        }
        return dispatched(method, path, rest);
    }

    private static RequestTarget script(Operation operation, String method, String path, String tail) {
        RequestTarget target =
                operation.argument() == Argument.NONE ? plain(operation, tail) : numbered(operation, tail);
        if (target == null || RawPath.isAmbiguous(path)) {
            return RequestTarget.wrong(operation, true, Refusal.of(ProblemCode.INVALID_URL, operation.invalidUrl()));
        }
        if (!operation.methods().contains(method)) {
            String text = "Method Not Allowed. Use " + String.join(", ", operation.methods());
            return RequestTarget.wrong(operation, true, Refusal.of(ProblemCode.METHOD_NOT_ALLOWED, text));
        }
        return target;
    }

    private static @Nullable RequestTarget plain(Operation operation, String tail) {
        String suffix = SUFFIXES.get(tail);
        return suffix == null ? null : RequestTarget.of(operation, true, "", suffix);
    }

    /** {@code /{argument}.json} or {@code .xml}: the argument without slash and dot, a file id of digits. */
    private static @Nullable RequestTarget numbered(Operation operation, String tail) {
        String suffix = tail.endsWith(".json") ? "json" : tail.endsWith(".xml") ? "xml" : "";
        int end = tail.length() - suffix.length() - 1;
        if (suffix.isEmpty() || end < 2 || tail.charAt(0) != '/') {
            return null;
        }
        String argument = RawPath.decoded(tail.substring(1, end));
        boolean fits = operation.argument() == Argument.FILE
                ? argument.chars().allMatch(c -> c >= '0' && c <= '9')
                : argument.indexOf('/') < 0 && argument.indexOf('.') < 0;
        return fits ? RequestTarget.of(operation, true, argument, suffix) : null;
    }

    /** The core's dispatcher: create, and what is served {@link #OF_A_TICKET}. */
    private static RequestTarget dispatched(String method, String path, String rest) {
        String route = DISPATCHERS.stream().anyMatch(rest::startsWith) ? rest.substring(rest.indexOf('/') + 1) : rest;
        if (RawPath.isAmbiguous(path)) {
            return RequestTarget.wrong(null, true, NOT_SUPPORTED);
        }
        if (method.equals("POST") && route.startsWith("tickets.")) {
            String suffix = route.substring("tickets.".length());
            if (suffix.equals("json") || suffix.equals("xml") || suffix.equals("email")) {
                return RequestTarget.of(Operation.CREATE, true, "", suffix);
            }
        }
        if (route.startsWith("tickets/")) {
            for (Operation operation : OF_A_TICKET) {
                RequestTarget target = operation.methods().contains(method)
                        ? numbered(operation, route.substring("tickets".length()))
                        : null;
                if (target != null) {
                    return target;
                }
            }
        }
        return RequestTarget.wrong(null, true, NOT_SUPPORTED);
    }

    private static RequestTarget shortPath(String method, String path) {
        if (RawPath.isAmbiguous(path)) {
            return RequestTarget.wrong(null, false, Refusal.of(ProblemCode.INVALID_URL, "Invalid URL format"));
        }
        if (method.equals("OPTIONS") && (path.equals("/") || path.equals("*"))) {
            // Of the server as a whole, as load balancers ask.
            return RequestTarget.methods(Operation.OPTIONS, EVERY_METHOD, null);
        }
        Set<String> allow = new LinkedHashSet<>();
        for (Short route : SHORT) {
            String raw = route.argument(path);
            if (raw == null) {
                continue;
            }
            if (route.answers(method)) {
                String argument = RawPath.decoded(raw);
                return argument.equals(".") || !isFileIdWhereNeeded(route.operation(), argument)
                        ? RequestTarget.wrong(route.operation(), false, NOT_FOUND)
                        : RequestTarget.of(route.operation(), false, argument, "json");
            }
            allow.add(route.method());
            if (route.method().equals("GET")) {
                allow.add("HEAD");
            }
        }
        if (allow.isEmpty()) {
            return RequestTarget.wrong(null, false, NOT_FOUND);
        }
        allow.add("OPTIONS");
        String methods = String.join(", ", allow);
        return method.equals("OPTIONS")
                ? RequestTarget.methods(Operation.OPTIONS, methods, null)
                : RequestTarget.methods(
                        null,
                        methods,
                        Refusal.of(ProblemCode.METHOD_NOT_ALLOWED, "Method Not Allowed. Use " + methods));
    }

    /** Whether a path of ours begins with the same segment as {@code path}. */
    static boolean isTaken(String path) {
        String first = firstSegment(path);
        return first.equals("/api")
                || SHORT.stream().anyMatch(route -> firstSegment(route.before).equals(first));
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    private static boolean isFileIdWhereNeeded(Operation operation, String argument) {
        return operation != Operation.DOWNLOAD && operation != Operation.CONTENT
                || argument.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
