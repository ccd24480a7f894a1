package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.PublicAddress;
import dev.ticketwire.rest.request.HeaderValues;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Headers on their way to osTicket's PHP and back: all but those of one connection (RFC 9110, 7.6.1). */
final class PhpHeaders {
    private static final Set<String> OF_A_CONNECTION = Set.of(
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
    /** What the gateway says itself: nobody else's word goes through. */
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-real-ip",
            // Becomes HTTP_PROXY, which libraries take for the environment's (CVE-2016-5385).
            "proxy",
            Identity.HEADER.toLowerCase(Locale.ROOT));

    /**
     * CGI turns a hyphen into an underscore, and PHP a dot and a blank, so that {@code X_Forwarded_For} would be one of
     * {@link #OURS}. Servers in front of PHP leave such names out too.
     */
    private static final Pattern UNMISTAKABLE = Pattern.compile("[A-Za-z0-9-]+");

    private PhpHeaders() {}

    static MultiMap request(Call call) {
        MultiMap headers = passedOn(call.request().headers());
        OURS.forEach(headers::remove);
        List.copyOf(headers.names()).stream()
                .filter(name -> !UNMISTAKABLE.matcher(name).matches())
                .forEach(headers::remove);
        PublicAddress reached = call.publicAddress();
        headers.set("X-Forwarded-For", call.clientAddress());
        headers.set("X-Forwarded-Proto", reached.isSecure() ? "https" : "http");
        if (reached.host() != null) {
            headers.set("X-Forwarded-Host", reached.host());
        }
        if (!reached.prefix().isEmpty()) {
            headers.set("X-Forwarded-Prefix", reached.prefix());
        }
        return headers;
    }

    /** @param php where osTicket is, without a slash at its end; {@code folder} its path alone */
    static MultiMap answer(Call call, MultiMap from, String php, String folder) {
        MultiMap headers = passedOn(from);
        String location = from.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, outside(call.publicAddress(), location, php, folder));
        }
        return headers;
    }

    private static String outside(PublicAddress reached, String location, String php, String folder) {
        if (location.startsWith(php + '/')) {
            return reached.path(location.substring(php.length()));
        }
        return location.startsWith(folder + '/') && !location.startsWith("//")
                ? reached.path(location.substring(folder.length()))
                : location;
    }

    private static MultiMap passedOn(MultiMap from) {
        Set<String> left = new TreeSet<>(OF_A_CONNECTION);
        from.getAll(HttpHeaders.CONNECTION)
                .forEach(
                        line -> HeaderValues.split(line, ',').forEach(name -> left.add(name.toLowerCase(Locale.ROOT))));
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        from.forEach((name, value) -> {
            if (!left.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                headers.add(name, value);
            }
        });
        return headers;
    }
}
