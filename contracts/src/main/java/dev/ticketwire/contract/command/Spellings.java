package dev.ticketwire.contract.command;

import dev.ticketwire.contract.problem.Refusal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The aliases that a request used for its members, so that a refusal names the member as sent.
 *
 * @param sent aliases by the member's main name, e.g. {@code status} for {@code statusId}
 */
public record Spellings(Map<String, String> sent) {
    public static final Spellings NONE = new Spellings(Map.of());

    public Spellings {
        sent = Map.copyOf(sent);
    }

    /** Parses the result of {@link #toString}; ignores malformed parts. */
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

    /** The same refusal, with the member's name as sent. */
    public Refusal of(Refusal refusal) {
        String field = refusal.field();
        String spelled = field == null ? null : sent.get(field);
        return spelled == null ? refusal : refusal.about(spelled);
    }

    /** {@code statusId=status}, several separated by blanks. */
    @Override
    public String toString() {
        return new TreeMap<>(sent)
                .entrySet().stream()
                        .map(pair -> pair.getKey() + '=' + pair.getValue())
                        .collect(Collectors.joining(" "));
    }
}
