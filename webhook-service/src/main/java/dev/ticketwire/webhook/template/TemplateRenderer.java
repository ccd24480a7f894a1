package dev.ticketwire.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.problem.Refused;
import java.util.regex.Matcher;

/**
 * Fills a template: JSON of any form, in whose strings <code>{{data.ticket.number}}</code> is replaced by the value at
 * this path of the event.
 *
 * <p>A string that is nothing but one placeholder without format becomes the value itself, null if it is missing. In any other
 * string the value's text is put in, {@code ""} for a missing one, an object or list as JSON. The result is built as a tree
 * and values are never searched for placeholders, so no value can change anything but its own place.
 */
public final class TemplateRenderer {
    /** Characters of values in one result; what would exceed it is cut off or left out. */
    static final int LONGEST = 1_048_576;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode event;
    private int left = LONGEST;

    private TemplateRenderer(JsonNode event) {
        this.event = event;
    }

    /** @throws Refused 400 naming {@code template} and the place: too large or deep, or with an unknown path or format */
    public static void check(JsonNode template) {
        TemplateCheck.check(template);
    }

    /**
     * @param template one that {@link #check} has accepted
     * @param event a CloudEvent in JSON form, already reduced to what may be seen
     */
    public static JsonNode render(JsonNode template, JsonNode event) {
        return new TemplateRenderer(event).node(template);
    }

    private JsonNode node(JsonNode node) {
        if (node.isTextual()) {
            return text(node);
        }
        if (node.isArray()) {
            ArrayNode list = NODES.arrayNode(node.size());
            node.forEach(element -> list.add(node(element)));
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties().forEach(member -> object.set(member.getKey(), node(member.getValue())));
            return object;
        }
        return node;
    }

    private JsonNode text(JsonNode node) {
        Matcher matcher = Placeholder.PATTERN.matcher(node.textValue());
        if (!matcher.find()) {
            return node;
        }
        if (matcher.start() == 0 && matcher.end() == node.textValue().length()) {
            Placeholder only = Placeholder.of(matcher);
            return only.formats().isEmpty() ? value(only) : NODES.textNode(text(only));
        }
        return NODES.textNode(matcher.replaceAll(match -> Matcher.quoteReplacement(text(Placeholder.of(match)))));
    }

    private JsonNode value(Placeholder placeholder) {
        JsonNode value = placeholder.value(event);
        if (value.isMissingNode() || left == 0) {
            return NODES.nullNode();
        }
        int length = value.toString().length();
        if (length > left) {
            return value.isTextual() ? NODES.textNode(cut(value.textValue())) : NODES.nullNode();
        }
        left -= length;
        return value;
    }

    private String text(Placeholder placeholder) {
        return left == 0 ? "" : cut(placeholder.text(event));
    }

    private String cut(String text) {
        if (text.length() <= left) {
            left -= text.length();
            return text;
        }
        int end = left > 0 && Character.isHighSurrogate(text.charAt(left - 1)) ? left - 1 : left;
        left = 0;
        return text.substring(0, end);
    }
}
