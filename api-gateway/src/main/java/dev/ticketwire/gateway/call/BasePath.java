package dev.ticketwire.gateway.call;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The path below which the gateway is published ({@code ticketwire.base-path}), such as {@code /helpdesk}. Requests may
 * include it or not; links in responses do.
 */
@Singleton
public class BasePath {
    private static final String SETTING = "ticketwire.base-path";
    /** Segments without escapes, except {@code .} and {@code ..}. */
    private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+");

    private static final int MAX_LENGTH = 200;

    private final String path;

    /** @throws IllegalArgumentException if the setting is not a path */
    public BasePath(@ConfigProperty(name = SETTING) Optional<String> setting) {
        String set = setting.map(String::strip).orElse("");
        this.path = set.endsWith("/") ? set.substring(0, set.length() - 1) : set;
        if (!path.isEmpty() && !isValid(path)) {
            throw new IllegalArgumentException(SETTING + ": no path such as /helpdesk");
        }
    }

    /** Whether {@code text} is usable as a prefix: links with it stay on the same host. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && PATH.matcher(text).matches();
    }

    /** Without a trailing slash; empty if there is none. */
    public String value() {
        return path;
    }

    /** Strips the base path from a path or URI that begins with it. */
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
