package dev.ticketwire.webhook.send;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers that a subscriber may add. */
final class HeaderRules {
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_VALUE = 4_096;
    private static final int LARGEST = 8_192;
    /** A token of RFC 9110. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    /** Visible ASCII with blanks between. */
    private static final Pattern VALUE = Pattern.compile("(?:[\\x21-\\x7E](?:[\\x20-\\x7E\\t]*[\\x21-\\x7E])?)?");

    /** Of the connection, of the body, and those that a receiver may take for a proxy's. */
    private static final Set<String> REFUSED = Set.of(
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "forwarded",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via",
            "x-real-ip");

    private HeaderRules() {}

    /** @throws Refused 400 naming {@code headers}; the text names the header and never shows its value */
    static Map<String, String> check(Map<String, String> headers) {
        require(headers.size() <= MOST, "has more than " + MOST + " headers");
        Map<String, String> checked = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        int size = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey();
            checkName(name);
            require(names.add(name.toLowerCase(Locale.ROOT)), "has " + name + " twice");
            checkValue(name, header.getValue());
            size += name.length() + header.getValue().length();
            checked.put(name, header.getValue());
        }
        require(size <= LARGEST, "is larger than " + LARGEST + " bytes");
        return Map.copyOf(checked);
    }

    private static void checkName(String name) {
        require(name.length() <= LONGEST_NAME, "has a name of more than " + LONGEST_NAME + " characters");
        require(NAME.matcher(name).matches(), "has a name that is not valid");
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isRefused = REFUSED.contains(lower) || lower.startsWith("webhook-") || lower.startsWith("x-forwarded-");
        require(!isRefused, "may not set " + name);
    }

    private static void checkValue(String name, String value) {
        require(value.length() <= LONGEST_VALUE, "has a value of more than " + LONGEST_VALUE + " characters: " + name);
        require(VALUE.matcher(value).matches(), "has a value with characters that are not valid: " + name);
    }

    private static void require(boolean isRight, String problem) {
        if (!isRight) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "headers " + problem, "headers");
        }
    }
}
