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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps method and raw path to an operation. Paths that are not listed are not served. */
final class RouteTable {
    private static final Map<String, Operation> SCRIPTS = Arrays.stream(Operation.values())
            .filter(operation -> operation.script() != null)
            .collect(Collectors.toMap(operation -> Objects.requireNonNull(operation.script()), operation -> operation));

    /**
     * Tails after a script without argument, by the format they ask for: the plugin's own and those of its
     *  installations.
     */
    static final Map<String, String> SUFFIXES =
            Map.of("", "json", "/", "json", ".json", "json", ".xml", "xml", "/.json", "json", "/.xml", "xml");

    /** Optional prefixes of the paths that osTicket's own dispatcher serves. */
    static final List<String> DISPATCHERS = List.of("http.php/", "wildcard/", "wildcard.php/");

    private static final Refusal NOT_SUPPORTED = Refusal.of(ProblemCode.URL_NOT_SUPPORTED, "URL not supported");
    private static final Refusal NOT_FOUND = Refusal.of(ProblemCode.NOT_FOUND, "Nothing is served under this path");

    /** Short paths, exact ones first. {@code *} stands for one segment. */
    static final List<ShortRoute> SHORT = List.of(
            new ShortRoute("GET", "/tickets/search", Operation.SEARCH),
            new ShortRoute("POST", "/tickets/bulk", Operation.BULK),
            new ShortRoute("POST", "/tickets", Operation.CREATE),
            new ShortRoute("GET", "/tickets", Operation.LIST),
            new ShortRoute("GET", "/tickets/*", Operation.GET),
            new ShortRoute("PATCH", "/tickets/*", Operation.UPDATE),
            new ShortRoute("DELETE", "/tickets/*", Operation.DELETE),
            new ShortRoute("POST", "/tickets/*/replies", Operation.REPLY),
            new ShortRoute("GET", "/tickets/*/thread", Operation.THREAD),
            new ShortRoute("GET", "/tickets/*/mails", Operation.MAILS),
            new ShortRoute("GET", "/tickets/*/parent", Operation.PARENT),
            new ShortRoute("DELETE", "/tickets/*/parent", Operation.UNLINK),
            new ShortRoute("GET", "/tickets/*/children", Operation.CHILDREN),
            new ShortRoute("POST", "/tickets/*/children", Operation.LINK),
            new ShortRoute("GET", "/tickets-stats", Operation.STATS),
            new ShortRoute("GET", "/tickets-statuses", Operation.STATUSES),
            new ShortRoute("GET", "/statistics/counts", Operation.REPORT),
            new ShortRoute("GET", "/statistics/days", Operation.REPORT),
            new ShortRoute("GET", "/statistics/times", Operation.REPORT),
            new ShortRoute("GET", "/departments", Operation.LOOKUP),
            new ShortRoute("GET", "/help-topics", Operation.LOOKUP),
            new ShortRoute("GET", "/priorities", Operation.LOOKUP),
            new ShortRoute("GET", "/slas", Operation.LOOKUP),
            new ShortRoute("GET", "/teams", Operation.LOOKUP),
            new ShortRoute("GET", "/agents", Operation.LOOKUP),
            new ShortRoute("GET", "/statuses", Operation.STATUSES),
            new ShortRoute("GET", "/attachments/*/content", Operation.CONTENT),
            new ShortRoute("GET", "/attachments/*", Operation.DOWNLOAD),
            new ShortRoute("GET", "/commands/*", Operation.RECEIPT),
            new ShortRoute("GET", "/openapi.json", Operation.DOCS),
            new ShortRoute("GET", "/openapi.yaml", Operation.DOCS),
            new ShortRoute("GET", "/openapi-3.0.json", Operation.DOCS),
            new ShortRoute("GET", "/openapi-3.0.yaml", Operation.DOCS),
            new ShortRoute("GET", "/asyncapi.json", Operation.DOCS),
            new ShortRoute("GET", "/asyncapi.yaml", Operation.DOCS),
            new ShortRoute("GET", "/events/schemas/*.json", Operation.EVENT_SCHEMA),
            new ShortRoute("GET", "/events", Operation.EVENTS),
            new ShortRoute("GET", "/webhooks", Operation.WEBHOOKS),
            new ShortRoute("POST", "/webhooks", Operation.WEBHOOK_CHANGE),
            new ShortRoute("GET", "/webhooks/samples", Operation.WEBHOOKS),
            new ShortRoute("POST", "/webhooks/preview", Operation.WEBHOOKS),
            new ShortRoute("GET", "/webhooks/*", Operation.WEBHOOKS),
            new ShortRoute("PATCH", "/webhooks/*", Operation.WEBHOOK_CHANGE),
            new ShortRoute("DELETE", "/webhooks/*", Operation.WEBHOOK_CHANGE),
            new ShortRoute("POST", "/webhooks/*/pause", Operation.WEBHOOK_CHANGE),
            new ShortRoute("POST", "/webhooks/*/resume", Operation.WEBHOOK_CHANGE),
            new ShortRoute("POST", "/webhooks/*/rotate", Operation.WEBHOOK_CHANGE),
            new ShortRoute("POST", "/webhooks/*/test", Operation.WEBHOOK_TEST),
            new ShortRoute("POST", "/webhooks/*/redeliver", Operation.WEBHOOK_CHANGE),
            new ShortRoute("GET", "/webhooks/*/deliveries", Operation.WEBHOOKS),
            new ShortRoute("GET", "/webhooks/*/deliveries/*", Operation.WEBHOOKS),
            new ShortRoute("DELETE", "/webhooks/*/deliveries/*", Operation.WEBHOOK_CHANGE),
            new ShortRoute("POST", "/webhooks/*/deliveries/*/redeliver", Operation.WEBHOOK_CHANGE),
            new ShortRoute("GET", "/docs", Operation.DOCS),
            new ShortRoute("GET", "/docs/", Operation.DOCS),
            new ShortRoute("GET", "/docs/start.js", Operation.DOCS),
            new ShortRoute("GET", "/docs/page.css", Operation.DOCS),
            new ShortRoute("GET", "/docs/swagger-ui.css", Operation.DOCS),
            new ShortRoute("GET", "/docs/swagger-ui-bundle.js", Operation.DOCS),
            new ShortRoute("GET", "/docs/favicon-32x32.png", Operation.DOCS),
            new ShortRoute("GET", "/problems", Operation.PROBLEM),
            new ShortRoute("GET", "/problems/*", Operation.PROBLEM),
            new ShortRoute("GET", "/health", Operation.HEALTH));

    /**
     * Operations on one ticket below {@code /api/tickets/}. The plugin registers the update only, and never reaches
     *  it.
     */
    static final List<Operation> TICKET_OPERATIONS = List.of(Operation.GET, Operation.UPDATE, Operation.DELETE);

    /** Paths of webhooks, in which only words of the table and ids are. */
    private static final Pattern OF_WEBHOOKS = Pattern.compile("webhooks(?:/(?:[a-z]{4,10}|[0-9]{1,19}))*");

    private static final String ALL_METHODS = "GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS";

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
            return RequestTarget.invalid(operation, true, Refusal.of(ProblemCode.INVALID_URL, operation.invalidUrl()));
        }
        if (!operation.methods().contains(method)) {
            String text = "Method Not Allowed. Use " + String.join(", ", operation.methods());
            return RequestTarget.invalid(operation, true, Refusal.of(ProblemCode.METHOD_NOT_ALLOWED, text));
        }
        return target;
    }

    private static @Nullable RequestTarget plain(Operation operation, String tail) {
        String suffix = SUFFIXES.get(tail);
        return suffix == null ? null : RequestTarget.of(operation, true, "", suffix);
    }

    /** {@code /{argument}.json} or {@code .xml}: an argument without slash and dot, or a file id of digits. */
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

    /** Paths of osTicket's own dispatcher: create, and {@link #TICKET_OPERATIONS}. */
    private static RequestTarget dispatched(String method, String path, String rest) {
        String route = DISPATCHERS.stream().anyMatch(rest::startsWith) ? rest.substring(rest.indexOf('/') + 1) : rest;
        if (RawPath.isAmbiguous(path)) {
            return RequestTarget.invalid(null, true, NOT_SUPPORTED);
        }
        if (method.equals("POST") && route.startsWith("tickets.")) {
            String suffix = route.substring("tickets.".length());
            if (suffix.equals("json") || suffix.equals("xml") || suffix.equals("email")) {
                return RequestTarget.of(Operation.CREATE, true, "", suffix);
            }
        }
        RequestTarget target =
                route.startsWith("tickets/") ? ofTicket(method, route.substring("tickets".length())) : null;
        return target == null ? RequestTarget.invalid(null, true, NOT_SUPPORTED) : target;
    }

    private static @Nullable RequestTarget ofTicket(String method, String tail) {
        return TICKET_OPERATIONS.stream()
                .filter(operation -> operation.methods().contains(method))
                .map(operation -> numbered(operation, tail))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static RequestTarget shortPath(String method, String path) {
        if (RawPath.isAmbiguous(path)) {
            return RequestTarget.invalid(null, false, Refusal.of(ProblemCode.INVALID_URL, "Invalid URL format"));
        }
        if (method.equals("OPTIONS") && (path.equals("/") || path.equals("*"))) {
            // About the server as a whole, as load balancers ask.
            return RequestTarget.methods(Operation.OPTIONS, ALL_METHODS, null);
        }
        Set<String> allow = new LinkedHashSet<>();
        for (ShortRoute route : SHORT) {
            String argument = route.argument(path);
            if (argument != null) {
                if (route.serves(method)) {
                    return shortTarget(route, RawPath.decoded(argument));
                }
                allow.addAll(route.methods());
            }
        }
        return allow.isEmpty() ? RequestTarget.invalid(null, false, NOT_FOUND) : wrongMethod(method, allow);
    }

    private static RequestTarget shortTarget(ShortRoute route, String argument) {
        return argument.equals(".") || !isIdWhereNeeded(route.operation(), argument)
                ? RequestTarget.invalid(route.operation(), false, NOT_FOUND)
                : RequestTarget.of(route.operation(), false, argument, "json");
    }

    /** An OPTIONS on a short path, or a method that it does not take. */
    private static RequestTarget wrongMethod(String method, Set<String> allow) {
        String methods = String.join(", ", allow) + ", OPTIONS";
        return method.equals("OPTIONS")
                ? RequestTarget.methods(Operation.OPTIONS, methods, null)
                : RequestTarget.methods(
                        null,
                        methods,
                        Refusal.of(ProblemCode.METHOD_NOT_ALLOWED, "Method Not Allowed. Use " + methods));
    }

    /** Whether a path of the API begins with the same segment as {@code path}. */
    static boolean isTaken(String path) {
        String first = firstSegment(path);
        return first.equals("/api")
                || SHORT.stream().anyMatch(route -> firstSegment(route.before()).equals(first));
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    private static boolean isIdWhereNeeded(Operation operation, String argument) {
        if (operation.isOfSubscribers()) {
            return OF_WEBHOOKS.matcher(argument).matches();
        }
        return operation != Operation.DOWNLOAD && operation != Operation.CONTENT
                || argument.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
