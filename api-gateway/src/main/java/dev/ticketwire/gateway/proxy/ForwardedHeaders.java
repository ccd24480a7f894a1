package dev.ticketwire.gateway.proxy;

import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.rest.Accept;
import dev.ticketwire.rest.IgnoredNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Which headers go through the gateway, there and back. On the plugin's paths a warning alone: it knew none of the others. */
final class ForwardedHeaders {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    /** Ranges are of a GET alone (RFC 9110, 14.2). */
    private static final List<String> CONDITIONS = List.of("If-None-Match", "If-Range", "Range");
    /** Also on the plugin's paths, where it says what was not understood. */
    private static final List<String> WARNINGS = List.of(IgnoredNames.HEADER);

    private static final List<String> ANSWERS = List.of(
            "ETag",
            "Link",
            "X-Total-Count",
            "Updated-Until",
            "Accept-Ranges",
            "Content-Range",
            "Content-Disposition",
            "X-Content-Type-Options");

    private ForwardedHeaders() {}

    /** What a service is told besides the URI. */
    static MultiMap request(Call call) {
        HttpServerRequest request = call.request();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.ACCEPT, accept(call));
        if (call.traceparent() != null) {
            headers.set("traceparent", call.traceparent());
        }
        if (!call.target().legacy()) {
            copy(call.isHead() ? List.of("If-None-Match") : CONDITIONS, request.headers(), headers);
        }
        return headers;
    }

    /** On the plugin's paths the suffix decides; of the short ones only reports have another form than JSON. */
    private static String accept(Call call) {
        if (call.target().operation() == Operation.REPORT) {
            return ofReport(call.request().headers().getAll(HttpHeaders.ACCEPT));
        }
        return call.target().suffix().equals("xml") ? "application/xml" : JSON;
    }

    /** @param accept all lines of the header */
    static String ofReport(List<String> accept) {
        return Accept.of(String.join(",", accept)).prefers(CSV, JSON) ? CSV : JSON;
    }

    /** What the caller is told besides type and body. */
    static MultiMap answer(Call call, HttpClientResponse from) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        copy(WARNINGS, from.headers(), headers);
        if (call.target().legacy()) {
            return headers;
        }
        copy(ANSWERS, from.headers(), headers);
        if (headers.contains("ETag")) {
            // May be kept, if only to be asked whether it still holds.
            headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        String link = headers.get("Link");
        if (link != null) {
            headers.set("Link", absolute(link, call));
        }
        return headers;
    }

    /** How large the thing is of which a part was asked that it does not have. */
    static void range(Call call, HttpClientResponse from) {
        String range = from.getHeader("Content-Range");
        if (range != null && !call.target().legacy()) {
            call.request().response().putHeader("Content-Range", range);
        }
    }

    /** As the caller addressed the gateway: many clients do not resolve what is relative. */
    private static String absolute(String link, Call call) {
        return link.startsWith("</") ? '<' + call.publicAddress().absolute(link.substring(1)) : link;
    }

    private static void copy(List<String> names, MultiMap from, MultiMap to) {
        for (String name : names) {
            String value = from.get(name);
            if (value != null) {
                to.set(name, value);
            }
        }
    }
}
