package dev.ticketwire.gateway.write;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long the caller is willing to wait for the outcome (RFC 7240).
 *
 * @param patience zero for not at all
 * @param applied value of {@code Preference-Applied}, null if the caller stated no preference
 */
record Preference(Duration patience, @Nullable String applied) {

    /**
     * Reads {@code Prefer}: {@code respond-async} alone means no waiting; with {@code wait=N}, waiting for N seconds.
     * The first value of each counts; malformed ones are ignored.
     */
    static Preference of(List<String> headers, Duration usual, Duration longest) {
        List<String> tokens = tokens(headers);
        boolean async = tokens.stream().anyMatch(token -> name(token).equals("respond-async"));
        Long seconds = tokens.stream()
                .filter(token -> name(token).equals("wait") && token.indexOf('=') > 0)
                .map(token -> seconds(token.substring(token.indexOf('=') + 1).strip()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (seconds == null) {
            return async ? new Preference(Duration.ZERO, "respond-async") : new Preference(usual, null);
        }
        Duration wait = Duration.ofSeconds(Math.min(seconds, longest.toSeconds()));
        return new Preference(wait, (async ? "respond-async, " : "") + "wait=" + wait.toSeconds());
    }

    /** Preferences without their parameters, in lower case. */
    private static List<String> tokens(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(part -> part.indexOf(';') < 0 ? part : part.substring(0, part.indexOf(';')))
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String name(String token) {
        int equals = token.indexOf('=');
        return equals < 0 ? token : token.substring(0, equals).strip();
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
