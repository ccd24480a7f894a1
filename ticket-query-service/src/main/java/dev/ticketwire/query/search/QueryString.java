package dev.ticketwire.query.search;

import dev.ticketwire.osticket.text.HexEscapes;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters of a request, read as leniently as PHP does: the last of a name counts, broken escapes stand for themselves. */
final class QueryString {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> known;

    private QueryString(Set<String> known) {
        this.known = known;
    }

    /**
     * @param raw what follows the question mark, as sent; null if nothing does
     * @param known the parameters that are looked at
     * @throws Refused 400 where one of them is sent as an array, e.g. {@code query[]=x}
     */
    static QueryString parse(@Nullable String raw, Set<String> known) {
        QueryString query = new QueryString(known);
        for (String parameter : raw == null ? new String[0] : raw.split("&")) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            int bracket = name.indexOf('[');
            if (bracket > 0 && known.contains(name.substring(0, bracket))) {
                String field = name.substring(0, bracket);
                throw Refused.of(ProblemCode.INVALID_VALUE, "Invalid value for " + field, field);
            }
            query.values.put(name, equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
        }
        return query;
    }

    /** The value without blanks around it; null if absent or empty. */
    @Nullable
    String get(String name) {
        String value = values.getOrDefault(name, "").trim();
        return value.isEmpty() ? null : value;
    }

    /** The value of {@code name}, else that of {@code other}. */
    @Nullable
    String first(String name, String other) {
        String value = get(name);
        return value != null ? value : get(other);
    }

    /** The names of parameters that are not looked at, in the order sent. */
    List<String> ignored() {
        return values.keySet().stream()
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .toList();
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] sent = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        return new String(HexEscapes.decode(sent, '%'), StandardCharsets.UTF_8);
    }
}
