package dev.ticketwire.gateway.proxy;

import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.rest.request.AcceptHeader;
import dev.ticketwire.rest.request.IgnoredNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Headers that are forwarded to the read services and back. On the plugin's paths only {@code Warning}: the plugin
 * knows no others.
 */
final class ForwardedHeaders {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    /** Ranges apply to GET only (RFC 9110, 14.2). */
    private static final List<String> GET_CONDITIONS = List.of("If-None-Match", "If-Range", "Range");
    /** Also on the plugin's paths, where they name the parameters that were ignored. */
    private static final List<String> WARNINGS = List.of(IgnoredNames.HEADER);

    private static final List<String> RESPONSE_HEADERS = List.of(
            "ETag",
            "Link",
            "X-Total-Count",
            "Updated-Until",
            "Accept-Ranges",
            "Content-Range",
            "Content-Disposition",
            "X-Content-Type-Options");

    private ForwardedHeaders() {}

    /** The headers of the request to a service. */
    static MultiMap request(Call call) {
        HttpServerRequest request = call.request();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.ACCEPT, accept(call));
        if (call.traceparent() != null) {
            headers.set("traceparent", call.traceparent());
        }
        if (!call.target().legacy()) {
            copy(call.isHead() ? List.of("If-None-Match") : GET_CONDITIONS, request.headers(), headers);
        }
        return headers;
    }

    /** On the plugin's paths the suffix decides; of the short paths only reports have a form besides JSON. */
    private static String accept(Call call) {
        if (call.target().operation() == Operation.REPORT) {
            return reportType(call.request().headers().getAll(HttpHeaders.ACCEPT));
        }
        return call.target().suffix().equals("xml") ? "application/xml" : JSON;
    }

    /** @param accept all lines of the header */
    static String reportType(List<String> accept) {
        return AcceptHeader.parse(String.join(",", accept)).prefers(CSV, JSON) ? CSV : JSON;
    }

    /** The headers of the response besides its content type. */
    static MultiMap response(Call call, HttpClientResponse from) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        copy(WARNINGS, from.headers(), headers);
        if (call.target().legacy()) {
            return headers;
        }
        copy(RESPONSE_HEADERS, from.headers(), headers);
        if (headers.contains("ETag")) {
            // May be cached, if it is revalidated.
            headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        String link = headers.get("Link");
        if (link != null) {
            headers.set("Link", absolute(link, call));
        }
        return headers;
    }

    /** Copies the total size, for a range that does not exist. */
    static void copyContentRange(Call call, HttpClientResponse from) {
        String range = from.getHeader("Content-Range");
        if (range != null && !call.target().legacy()) {
            call.request().response().putHeader("Content-Range", range);
        }
    }

    /** Many clients do not resolve relative links. */
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
