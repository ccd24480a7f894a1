package dev.ticketwire.rest.request;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters, read strictly: an unknown name or a value out of range is refused with a {@code 400} that names the
 * parameter. A parameter without a value counts as absent.
 */
public final class QueryParameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private QueryParameters() {}

    /**
     * @param raw the query string as sent, null if there is none
     * @param isKnown accepts the names of the known parameters
     * @throws Refused 400 for an unknown name or an invalid percent escape
     */
    public static QueryParameters parse(@Nullable String raw, Predicate<String> isKnown) {
        QueryParameters parameters = new QueryParameters();
        for (String parameter : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals), "query");
            if (!isKnown.test(name)) {
                throw Refused.of(ProblemCode.UNKNOWN_FIELD, "Unknown parameter " + name, name);
            }
            String value = equals < 0
                    ? ""
                    : decoded(parameter.substring(equals + 1), name).strip();
            if (!value.isEmpty()) {
                parameters.values.merge(name, List.of(value), QueryParameters::concat);
            }
        }
        return parameters;
    }

    /** As {@link #parse(String, Predicate)}, for a fixed set of names. */
    public static QueryParameters parse(@Nullable String raw, Set<String> known) {
        return parse(raw, known::contains);
    }

    private static List<String> concat(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static String decoded(String text, String name) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid(name);
        }
    }

    /** All values by name, in the order sent. */
    public Map<String, List<String>> all() {
        return values;
    }

    /** The value, null if absent. A repeated parameter is refused. */
    public @Nullable String one(String name) {
        List<String> sent = values.getOrDefault(name, List.of());
        if (sent.size() > 1) {
            throw invalid(name);
        }
        return sent.isEmpty() ? null : sent.getFirst();
    }

    /** A whole number from {@code min} to {@code max}; {@code fallback} if absent. */
    public int number(String name, int fallback, int min, int max) {
        String text = one(name);
        if (text == null) {
            return fallback;
        }
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < min || number > max) {
            String detail = name + " must be a whole number from " + min + " to " + max;
            throw Refused.of(ProblemCode.INVALID_VALUE, detail, name);
        }
        return number;
    }

    /** {@code true} or {@code false}; false if absent. */
    public boolean flag(String name) {
        String text = one(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Refused.of(ProblemCode.INVALID_VALUE, name + " must be true or false", name);
        }
        return "true".equals(text);
    }

    /** One of {@code words}; the first of them if absent. */
    public String word(String name, List<String> words) {
        String text = one(name);
        if (text != null && !words.contains(text)) {
            String detail = name + " must be one of " + String.join(", ", words);
            throw Refused.of(ProblemCode.INVALID_VALUE, detail, name);
        }
        return text == null ? words.getFirst() : text;
    }

    private static Refused invalid(String name) {
        return Refused.of(ProblemCode.INVALID_VALUE, "Invalid value for " + name, name);
    }
}
