package dev.ticketwire.quickstart.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what changed, from what to what. */
final class ChangedValues {
    private static final int LONGEST = 60;
    private static final Set<String> IMPLIED = Set.of("entry", "referral", "collaborator");

    private ChangedValues() {}

    /**
     * @param change data of a ticket event
     * @param kind of the event, in words, e.g. {@code status changed}; its members are not named again
     * @return e.g. {@code department Support → Sales, agent none → Anna Admin}; empty if nothing was changed
     */
    static String text(JsonNode change, String kind) {
        JsonNode before = change.path("before");
        JsonNode after = change.path("after");
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !before.has(name) || !before.path(name).equals(after.path(name)))
                .map(name -> (label(name, before, after, kind) + values(name, before, after)).strip())
                .collect(Collectors.joining(", "));
    }

    private static String label(String name, JsonNode before, JsonNode after, String kind) {
        String given = Stream.of(after, before)
                .map(side -> side.path(name).path("label").asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String words = given.isEmpty() ? words(name) : given;
        return kind.startsWith(words) || IMPLIED.contains(words) ? "" : words + " ";
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String values(String name, JsonNode before, JsonNode after) {
        if (!before.has(name)) {
            return value(after.path(name));
        }
        return value(before.path(name)) + (after.has(name) ? " → " + value(after.path(name)) : "");
    }

    private static String value(JsonNode value) {
        if (value.hasNonNull("body")) {
            return excerpt(value.path("body").asText());
        }
        if (value.isObject()) {
            return Stream.of("value", "name", "number", "title", "email", "id")
                    .filter(value::hasNonNull)
                    .findFirst()
                    .map(member ->
                            member.equals("id") ? "#" + value.path(member).asText() : value(value.path(member)))
                    .orElse(value.toString());
        }
        return value.isNull() || value.isMissingNode()
                ? "none"
                : value.isBoolean() ? (value.booleanValue() ? "yes" : "no") : plain(value);
    }

    /** The beginning of a text, without the tags of HTML. */
    private static String excerpt(String body) {
        String text = body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST
                ? "\"" + text + "\""
                : "\"" + text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip() + "…\"";
    }

    private static String plain(JsonNode value) {
        String text = value.isValueNode() ? Objects.requireNonNull(value.asText()) : value.toString();
        return text.isEmpty() ? "nothing" : text;
    }
}
