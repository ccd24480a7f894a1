package dev.ticketwire.gateway.write;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the caller prefers to waiting (RFC 7240).
 *
 * @param patience how long the answer may take; zero: not at all
 * @param applied value of {@code Preference-Applied}, null if nothing was asked for
 */
record Preference(Duration patience, @Nullable String applied) {

    /**
     * Reads {@code Prefer}: {@code respond-async} alone means not to wait, with {@code wait=N} to wait that long. The
     * first of each counts, and what cannot be read was not said.
     */
    static Preference of(List<String> headers, Duration usual, Duration longest) {
        boolean async = false;
        Long seconds = null;
        for (String header : headers) {
            for (String part : header.split(",")) {
                int semicolon = part.indexOf(';');
                String token = (semicolon < 0 ? part : part.substring(0, semicolon))
                        .strip()
                        .toLowerCase(Locale.ROOT);
                int equals = token.indexOf('=');
                String name = equals < 0 ? token : token.substring(0, equals).strip();
                if (name.equals("respond-async")) {
                    async = true;
                } else if (name.equals("wait") && equals > 0 && seconds == null) {
                    seconds = seconds(token.substring(equals + 1).strip());
                }
            }
        }
        if (!async && seconds == null) {
            return new Preference(usual, null);
        }
        List<String> applied = new ArrayList<>();
        if (async) {
            applied.add("respond-async");
        }
        Duration wait = Duration.ZERO;
        if (seconds != null) {
            wait = Duration.ofSeconds(Math.min(seconds, longest.toSeconds()));
            applied.add("wait=" + wait.toSeconds());
        }
        return new Preference(wait, String.join(", ", applied));
    }

    private static @Nullable Long seconds(String text) {
        String digits = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
        boolean number =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.valueOf(digits) : null;
    }
}
