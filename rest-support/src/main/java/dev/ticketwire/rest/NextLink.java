package dev.ticketwire.rest;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of a {@code Link} header that leads from one page to the next, as RFC 8288 has it. */
public final class NextLink {
    private NextLink() {}

    /**
     * @param path of the list
     * @param query of the request for this page, as sent; null if it had none
     * @param parameter the one that tells pages apart
     * @param value what it is for the next page; needs no escapes
     */
    public static String to(String path, @Nullable String query, String parameter, String value) {
        String kept = Stream.of((query == null ? "" : query).split("&"))
                .filter(sent -> !sent.isEmpty() && !sent.startsWith(parameter + "="))
                .map(sent -> sent + "&")
                .collect(Collectors.joining());
        return "<" + path + "?" + kept + parameter + "=" + value + ">; rel=\"next\"";
    }
}
