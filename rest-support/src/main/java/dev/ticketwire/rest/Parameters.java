package dev.ticketwire.rest;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request that takes none but those it knows: whatever it cannot use is a {@code 400} that names it. A
 * parameter without value counts as absent.
 */
public final class Parameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Parameters() {}

    /**
     * @param raw what follows the question mark, as sent; null if nothing does
     * @param isKnown the names that are looked at
     * @throws Refused 400 where another name is sent, or a broken escape
     */
    public static Parameters parse(@Nullable String raw, java.util.function.Predicate<String> isKnown) {
        Parameters parameters = new Parameters();
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
                parameters.values.merge(name, List.of(value), Parameters::both);
            }
        }
        return parameters;
    }

    /** As {@link #parse(String, java.util.function.Predicate)}, for names that are a fixed set. */
    public static Parameters parse(@Nullable String raw, Set<String> known) {
        return parse(raw, known::contains);
    }

    private static List<String> both(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static String decoded(String text, String name) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid(name);
        }
    }

    /** What was sent, by name, in the order of arrival. */
    public Map<String, List<String>> all() {
        return values;
    }

    /** The value; null if absent. Twice is refused. */
    public @Nullable String one(String name) {
        List<String> sent = values.getOrDefault(name, List.of());
        if (sent.size() > 1) {
            throw invalid(name);
        }
        return sent.isEmpty() ? null : sent.getFirst();
    }

    /** A whole number within bounds; {@code usual} if absent. */
    public int number(String name, int usual, int least, int most) {
        String text = one(name);
        if (text == null) {
            return usual;
        }
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            String detail = name + " must be a whole number from " + least + " to " + most;
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
