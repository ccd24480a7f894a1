package dev.ticketwire.quickstart.watch;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to ask the gateway for.
 *
 * @param gateway its address
 * @param key API key
 * @param filters values by parameter, as in {@code GET /events}
 * @param after where to begin: a cursor or {@code oldest}; null for now
 */
public record StreamRequest(
        URI gateway,
        String key,
        Map<String, List<String>> filters,
        @Nullable String after) {

    /** @param lastEvent cursor from which to resume; null the first time */
    HttpRequest http(@Nullable String lastEvent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(lastEvent == null ? after : null))
                .header("Accept", "text/event-stream")
                .header("X-API-Key", key);
        return lastEvent == null
                ? request.build()
                : request.header("Last-Event-ID", lastEvent).build();
    }

    private URI address(@Nullable String begin) {
        String query = filters.entrySet().stream()
                .flatMap(filter -> filter.getValue().stream().map(value -> parameter(filter.getKey(), value)))
                .collect(Collectors.joining("&"));
        String from = begin == null ? "" : parameter("after", begin);
        String all = query + (query.isEmpty() || from.isEmpty() ? "" : "&") + from;
        String base = gateway.toString().replaceFirst("/$", "");
        return URI.create(base + "/events" + (all.isEmpty() ? "" : "?" + all));
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
