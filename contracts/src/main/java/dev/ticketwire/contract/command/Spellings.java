package dev.ticketwire.contract.command;

import dev.ticketwire.contract.problem.Refusal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request called members that have a further name, so that a refusal names what was sent.
 *
 * @param sent by the name that the rules know, e.g. {@code status} for {@code statusId}
 */
public record Spellings(Map<String, String> sent) {
    public static final Spellings NONE = new Spellings(Map.of());

    public Spellings {
        sent = Map.copyOf(sent);
    }

    /** From what {@link #toString} makes of them; what is none is left out. */
    public static Spellings parse(@Nullable String text) {
        Map<String, String> sent = new TreeMap<>();
        for (String pair : text == null ? new String[0] : text.split(" ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                sent.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return new Spellings(sent);
    }

    /** The same refusal, about the member as it was sent. */
    public Refusal of(Refusal refusal) {
        String field = refusal.field();
        String spelled = field == null ? null : sent.get(field);
        return spelled == null ? refusal : refusal.about(spelled);
    }

    /** {@code statusId=status}, several parted by blanks. */
    @Override
    public String toString() {
        return new TreeMap<>(sent)
                .entrySet().stream()
                        .map(pair -> pair.getKey() + '=' + pair.getValue())
                        .collect(Collectors.joining(" "));
    }
}
