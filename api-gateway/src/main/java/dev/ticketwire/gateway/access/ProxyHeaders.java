package dev.ticketwire.gateway.access;

import dev.ticketwire.gateway.call.BasePath;
import dev.ticketwire.rest.HeaderParts;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What trusted proxies say about the address that the caller used: {@code X-Forwarded-Proto}, {@code -Host}, {@code -Port}
 * and {@code -Prefix}; where there is none of them {@code ProxyHeaders} (RFC 7239). Each proxy may add a value behind those
 * it got, so as many values count as there are trusted proxies, from the right; what a caller made up stands before them.
 */
final class ProxyHeaders {
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PORT = "X-Forwarded-Port";
    private static final String PREFIX = "X-Forwarded-Prefix";
    private static final String STANDARD = "Forwarded";
    private static final int LONGEST_HOST = 260;
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]{2,45}])(?::(?<port>[0-9]{1,5}))?");

    private final MultiMap headers;
    private final int hops;
    private final String standard;

    /** @param hops how many trusted proxies the request came through, 1 or more */
    ProxyHeaders(MultiMap headers, int hops) {
        this.headers = headers;
        this.hops = hops;
        boolean isExtended =
                headers.contains(PROTO) || headers.contains(HOST) || headers.contains(PORT) || headers.contains(PREFIX);
        this.standard = isExtended ? "" : Objects.requireNonNullElse(outermost(values(STANDARD)), "");
    }

    /** {@code https} or {@code http}, null if they say neither. */
    @Nullable
    String scheme() {
        String said = Objects.requireNonNullElse(outermost(values(PROTO)), parameter("proto"))
                .toLowerCase(Locale.ROOT);
        return said.equals("https") || said.equals("http") ? said : null;
    }

    /** A host, perhaps with a port; null if they name none. */
    @Nullable
    String host() {
        String said = Objects.requireNonNullElse(outermost(values(HOST)), parameter("host"));
        return isHost(said) ? said : null;
    }

    /** Null if they name none. */
    @Nullable
    String port() {
        String said = outermost(values(PORT));
        return said != null && isPort(said) ? said : null;
    }

    /** The parts that each proxy took away, the outermost first; empty if none did. */
    String prefix() {
        List<String> said = values(PREFIX);
        return said.subList(Math.max(0, said.size() - hops), said.size()).stream()
                .map(part -> part.endsWith("/") ? part.substring(0, part.length() - 1) : part)
                .filter(BasePath::isValid)
                .collect(Collectors.joining());
    }

    /** Of {@code ProxyHeaders}; empty if it is not there. */
    private String parameter(String name) {
        for (String pair : HeaderParts.split(standard, ';')) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return HeaderParts.unquoted(pair.substring(equals + 1).strip());
            }
        }
        return "";
    }

    private @Nullable String outermost(List<String> values) {
        return values.isEmpty() ? null : values.get(Math.max(0, values.size() - hops));
    }

    private List<String> values(String name) {
        List<String> values = new ArrayList<>();
        headers.getAll(name).forEach(line -> values.addAll(HeaderParts.split(line, ',')));
        return values;
    }

    private static boolean isHost(String text) {
        var matched = HOST_AND_PORT.matcher(text);
        if (text.length() > LONGEST_HOST || !matched.matches()) {
            return false;
        }
        String port = matched.group("port");
        return port == null || isPort(port);
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 65_536;
    }
}
