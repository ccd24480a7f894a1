package dev.ticketwire.gateway.access;

import dev.ticketwire.gateway.call.BasePath;
import dev.ticketwire.rest.request.HeaderValues;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The public address that the caller used, stated by trusted proxies in {@code X-Forwarded-Proto}, {@code -Host},
 * {@code -Port} and {@code -Prefix}; if none of these is present, in {@code Forwarded} (RFC 7239). Each proxy may
 * append a value, so only the last values count, one per trusted proxy; earlier values may be forged.
 */
final class ProxyHeaders {
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PORT = "X-Forwarded-Port";
    private static final String PREFIX = "X-Forwarded-Prefix";
    private static final String STANDARD = "Forwarded";
    private static final int MAX_HOST_LENGTH = 260;
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]{2,45}])(?::(?<port>[0-9]{1,5}))?");

    private final MultiMap headers;
    private final int hops;
    private final String standard;

    /** @param hops number of trusted proxies that the request came through, 1 or more */
    ProxyHeaders(MultiMap headers, int hops) {
        this.headers = headers;
        this.hops = hops;
        boolean hasExtended =
                headers.contains(PROTO) || headers.contains(HOST) || headers.contains(PORT) || headers.contains(PREFIX);
        this.standard = hasExtended ? "" : Objects.requireNonNullElse(outermost(values(STANDARD)), "");
    }

    /** {@code https} or {@code http}; null if neither is stated. */
    @Nullable
    String scheme() {
        String value = Objects.requireNonNullElse(outermost(values(PROTO)), parameter("proto"))
                .toLowerCase(Locale.ROOT);
        return value.equals("https") || value.equals("http") ? value : null;
    }

    /** A host, with or without a port; null if none is stated. */
    @Nullable
    String host() {
        String value = Objects.requireNonNullElse(outermost(values(HOST)), parameter("host"));
        return isHost(value) ? value : null;
    }

    /** Null if none is stated. */
    @Nullable
    String port() {
        String value = outermost(values(PORT));
        return value != null && isPort(value) ? value : null;
    }

    /** The path prefixes that the proxies stripped, the outermost first; empty if there are none. */
    String prefix() {
        List<String> prefixes = values(PREFIX);
        return prefixes.subList(Math.max(0, prefixes.size() - hops), prefixes.size()).stream()
                .map(part -> part.endsWith("/") ? part.substring(0, part.length() - 1) : part)
                .filter(BasePath::isValid)
                .collect(Collectors.joining());
    }

    /** A parameter of {@code Forwarded}; empty if absent. */
    private String parameter(String name) {
        for (String pair : HeaderValues.split(standard, ';')) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return HeaderValues.unquoted(pair.substring(equals + 1).strip());
            }
        }
        return "";
    }

    private @Nullable String outermost(List<String> values) {
        return values.isEmpty() ? null : values.get(Math.max(0, values.size() - hops));
    }

    private List<String> values(String name) {
        List<String> values = new ArrayList<>();
        headers.getAll(name).forEach(line -> values.addAll(HeaderValues.split(line, ',')));
        return values;
    }

    private static boolean isHost(String text) {
        var matched = HOST_AND_PORT.matcher(text);
        if (text.length() > MAX_HOST_LENGTH || !matched.matches()) {
            return false;
        }
        String port = matched.group("port");
        return port == null || isPort(port);
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 65_536;
    }
}
