package dev.ticketwire.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A placeholder such as <code>{{data.ticket.subject|short|slack}}</code>.
 *
 * @param path names of members, or positions in lists
 * @param formats names, in the order they are applied; possibly unknown
 */
record Placeholder(List<String> path, List<String> formats) {
    /** Anything else in braces is left as it is: other template languages have them, too. */
    static final Pattern PATTERN =
            Pattern.compile("\\{\\{[ \\t]*+([A-Za-z0-9_.-]++)((?:[ \\t]*+\\|[ \\t]*+[A-Za-z]++)*+)[ \\t]*+\\}\\}");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

    static Placeholder of(MatchResult match) {
        List<String> formats = Arrays.stream(match.group(2).split("\\|", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new Placeholder(List.of(match.group(1).split("\\.", -1)), formats);
    }

    /** The value in the event; a missing node if there is none. */
    JsonNode value(JsonNode event) {
        JsonNode value = event;
        for (String step : path) {
            value = value.isArray() ? element(value, step) : value.path(step);
        }
        return value;
    }

    private static JsonNode element(JsonNode list, String step) {
        return DIGITS.matcher(step).matches() ? list.path(Integer.parseInt(step)) : MissingNode.getInstance();
    }

    /** The value as text with all formats applied; empty for a missing one and for null. */
    String text(JsonNode event) {
        JsonNode value = value(event);
        String text = value.isMissingNode() || value.isNull() ? "" : plainText(value);
        for (String name : formats) {
            text = Format.named(name).orElse(Format.TEXT).apply(text);
        }
        return text;
    }

    private static String plainText(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** The first format that does not exist. */
    Optional<String> unknownFormat() {
        return formats.stream().filter(name -> Format.named(name).isEmpty()).findFirst();
    }
}
