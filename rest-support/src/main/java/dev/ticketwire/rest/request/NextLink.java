package dev.ticketwire.rest.request;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of a {@code Link} header with the relation {@code next} (RFC 8288). */
public final class NextLink {
    private NextLink() {}

    /**
     * @param path of the list
     * @param query the query string of the request for this page, as sent; null if it had none
     * @param parameter the parameter that selects the page
     * @param value of that parameter for the next page; must need no percent escapes
     */
    public static String to(String path, @Nullable String query, String parameter, String value) {
        String kept = Stream.of((query == null ? "" : query).split("&"))
                .filter(sent -> !sent.isEmpty() && !sent.startsWith(parameter + "="))
                .map(sent -> sent + "&")
                .collect(Collectors.joining());
        return "<" + path + "?" + kept + parameter + "=" + value + ">; rel=\"next\"";
    }
}
