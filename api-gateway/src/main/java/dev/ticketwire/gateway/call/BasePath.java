package dev.ticketwire.gateway.call;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The path below which the gateway is published ({@code ticketwire.base-path}), such as {@code /helpdesk}. Requests may
 * come with or without it; links in answers include it.
 */
@Singleton
public class BasePath {
    private static final String SETTING = "ticketwire.base-path";
    /** Segments that need no escapes, none of them {@code .} or {@code ..}. */
    private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+");

    private static final int LONGEST = 200;

    private final String path;

    /** @throws IllegalArgumentException if it is set, and no path */
    public BasePath(@ConfigProperty(name = SETTING) Optional<String> setting) {
        String set = setting.map(String::strip).orElse("");
        this.path = set.endsWith("/") ? set.substring(0, set.length() - 1) : set;
        if (!path.isEmpty() && !isValid(path)) {
            throw new IllegalArgumentException(SETTING + ": no path such as /helpdesk");
        }
    }

    /** Whether {@code text} may stand before a path of ours: it cannot lead to another host. */
    public static boolean isValid(String text) {
        return text.length() <= LONGEST && PATH.matcher(text).matches();
    }

    /** Without a slash at its end; empty if there is none. */
    public String value() {
        return path;
    }

    /** What a request's path or URI means without it. */
    public String without(String sent) {
        if (path.isEmpty() || !sent.startsWith(path)) {
            return sent;
        }
        if (sent.length() == path.length()) {
            return "/";
        }
        char next = sent.charAt(path.length());
        return next == '/' ? sent.substring(path.length()) : next == '?' ? "/" + sent.substring(path.length()) : sent;
    }
}
