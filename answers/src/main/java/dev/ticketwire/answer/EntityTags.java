package dev.ticketwire.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags in the headers of requests, as RFC 9110 has them. */
public final class EntityTags {
    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(?:,|$)");

    private EntityTags() {}

    /**
     * Whether {@code If-None-Match} names the tag, so that the caller has it already; weak tags count.
     *
     * @param header null if the request has none
     * @param tag with its quotes
     */
    public static boolean isKnown(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        if (header.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(header);
        while (tags.lookingAt()) {
            if (tags.group(1).equals(tag)) {
                return true;
            }
            tags.region(tags.end(), header.length());
        }
        return false;
    }
}
