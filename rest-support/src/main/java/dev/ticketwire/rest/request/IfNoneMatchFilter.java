package dev.ticketwire.rest.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites {@code If-None-Match} so that {@code Request.evaluatePreconditions} compares as RFC 9110, 13.1.2 says.
 * Quarkus REST 3.33 compares strongly, so that a tag which a compressing proxy made weak never matches; it splits tags
 * at commas, takes a tag {@code "*"} for every tag, and accepts tags without quotation marks.
 */
@Provider
@PreMatching
public class IfNoneMatchFilter implements ContainerRequestFilter {
    private static final Pattern LISTED = Pattern.compile("\\s*(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(?:,|$)");
    private static final String ANY = "*";

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (header == null || header.strip().equals(ANY)) {
            return;
        }
        List<String> tags = strongTags(header);
        if (tags.isEmpty()) {
            request.getHeaders().remove(HttpHeaders.IF_NONE_MATCH);
        } else {
            request.getHeaders().put(HttpHeaders.IF_NONE_MATCH, tags);
        }
    }

    /**
     * The listed tags up to the first malformed one, without {@code W/}; no service makes one that holds a comma or is
     * {@code "*"}.
     */
    static List<String> strongTags(String header) {
        List<String> tags = new ArrayList<>();
        Matcher listed = LISTED.matcher(header);
        while (listed.lookingAt()) {
            String tag = listed.group(1);
            if (tag.indexOf(',') < 0 && !tag.equals("\"*\"")) {
                tags.add(tag);
            }
            listed.region(listed.end(), header.length());
        }
        return tags;
    }
}
