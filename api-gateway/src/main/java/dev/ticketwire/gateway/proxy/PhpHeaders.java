package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.PublicAddress;
import dev.ticketwire.rest.HeaderParts;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Headers that are forwarded to osTicket's PHP and back: all but those of a single connection (RFC 9110, 7.6.1). */
final class PhpHeaders {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");
    /** Request headers that only the gateway may set: those of the caller are dropped. */
    private static final Set<String> SET_BY_GATEWAY = Set.of(
            "host",
            "content-length",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-real-ip",
            // CGI turns it into HTTP_PROXY, which libraries take for the environment variable (CVE-2016-5385).
            "proxy",
            Identity.HEADER.toLowerCase(Locale.ROOT));

    /**
     * Other names are dropped: CGI turns a hyphen into an underscore, and PHP a dot and a blank, so that
     * {@code X_Forwarded_For} would become one of {@link #SET_BY_GATEWAY}. Web servers in front of PHP drop them too.
     */
    private static final Pattern UNAMBIGUOUS_NAME = Pattern.compile("[A-Za-z0-9-]+");

    private PhpHeaders() {}

    static MultiMap request(Call call) {
        MultiMap headers = endToEnd(call.request().headers());
        SET_BY_GATEWAY.forEach(headers::remove);
        List.copyOf(headers.names()).stream()
                .filter(name -> !UNAMBIGUOUS_NAME.matcher(name).matches())
                .forEach(headers::remove);
        setForwarded(headers, call);
        return headers;
    }

    private static void setForwarded(MultiMap headers, Call call) {
        PublicAddress address = call.publicAddress();
        headers.set("X-Forwarded-For", call.clientAddress());
        headers.set("X-Forwarded-Proto", address.isSecure() ? "https" : "http");
        if (address.host() != null) {
            headers.set("X-Forwarded-Host", address.host());
        }
        if (!address.prefix().isEmpty()) {
            headers.set("X-Forwarded-Prefix", address.prefix());
        }
    }

    /** @param php osTicket's URL without a trailing slash; {@code folder} its path */
    static MultiMap answer(Call call, MultiMap from, String php, String folder) {
        MultiMap headers = endToEnd(from);
        String location = from.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, publicLocation(call.publicAddress(), location, php, folder));
        }
        return headers;
    }

    private static String publicLocation(PublicAddress reached, String location, String php, String folder) {
        if (location.startsWith(php + '/')) {
            return reached.path(location.substring(php.length()));
        }
        return location.startsWith(folder + '/') && !location.startsWith("//")
                ? reached.path(location.substring(folder.length()))
                : location;
    }

    private static MultiMap endToEnd(MultiMap from) {
        Set<String> dropped = new TreeSet<>(HOP_BY_HOP);
        from.getAll(HttpHeaders.CONNECTION)
                .forEach(line ->
                        HeaderParts.split(line, ',').forEach(name -> dropped.add(name.toLowerCase(Locale.ROOT))));
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        from.forEach((name, value) -> {
            if (!dropped.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                headers.add(name, value);
            }
        });
        return headers;
    }
}
