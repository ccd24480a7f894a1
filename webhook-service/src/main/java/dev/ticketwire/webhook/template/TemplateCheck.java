package dev.ticketwire.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.Set;
import java.util.regex.MatchResult;

/** Checks a template once, when it is set: size, depth, and that its placeholders can have values. */
final class TemplateCheck {
    /** Characters of all strings and names. */
    static final int LONGEST = 32_768;

    static final int DEEPEST = 32;
    static final int MOST_NODES = 2_000;
    static final int MOST_PLACEHOLDERS = 200;
    /** Attributes of an event: the paths begin with one. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "partitionkey",
            "traceparent",
            "data");

    private int length;
    private int nodes;
    private int placeholders;

    private TemplateCheck() {}

    static void check(JsonNode template) {
        new TemplateCheck().node(template, "", 0);
    }

    /** @param place JSON Pointer */
    private void node(JsonNode node, String place, int depth) {
        require(depth <= DEEPEST, "is nested deeper than " + DEEPEST, place);
        require(++nodes <= MOST_NODES, "has more than " + MOST_NODES + " values", "");
        if (node.isTextual()) {
            text(node.textValue(), place);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                node(node.get(i), place + "/" + i, depth + 1);
            }
        } else if (node.isObject()) {
            node.properties().forEach(member -> {
                characters(member.getKey(), place);
                node(member.getValue(), place + "/" + pointer(member.getKey()), depth + 1);
            });
        }
    }

    private void text(String text, String place) {
        characters(text, place);
        Placeholder.PATTERN.matcher(text).results().forEach(match -> placeholder(match, place));
    }

    private void characters(String text, String place) {
        // They cannot be written as UTF-8.
        boolean isUnpaired =
                text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        require(!isUnpaired, "has half of a surrogate pair", place);
        length += text.length();
        require(length <= LONGEST, "is longer than " + LONGEST + " characters", "");
    }

    private void placeholder(MatchResult match, String place) {
        require(++placeholders <= MOST_PLACEHOLDERS, "has more than " + MOST_PLACEHOLDERS + " placeholders", "");
        Placeholder placeholder = Placeholder.of(match);
        String first = placeholder.path().getFirst();
        require(
                ATTRIBUTES.contains(first),
                "names " + shown(match.group(1)) + ", which no event has; paths begin with data. or another attribute",
                place);
        placeholder.unknownFormat().ifPresent(name -> {
            throw refused("has the unknown format " + shown(name), place);
        });
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static void require(boolean isRight, String problem, String place) {
        if (!isRight) {
            throw refused(problem, place);
        }
    }

    private static Refused refused(String problem, String place) {
        String where = place.isEmpty() ? "" : " (at " + shown(place) + ")";
        return Refused.of(ProblemCode.INVALID_VALUE, "The template " + problem + where, "template");
    }
}
