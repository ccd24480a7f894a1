package dev.ticketwire.query.search;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.text.HexEscapes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Query parameters read as PHP does: the last value of a name counts, an invalid percent escape stays as it is. */
final class LenientQuery {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> known;

    private LenientQuery(Set<String> known) {
        this.known = known;
    }

    /**
     * @param raw the query string as sent, null if there is none
     * @param known the names of the parameters that are used
     * @throws Refused 400 if one of them is an array, such as {@code query[]=x}
     */
    static LenientQuery parse(@Nullable String raw, Set<String> known) {
        LenientQuery query = new LenientQuery(known);
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

    /** The value without surrounding whitespace; null if absent or empty. */
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

    /** The names of unknown parameters, in the order sent. */
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
