package dev.ticketwire.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An event in one line. It ignores members it does not know, and prints types it does not know, so a later version of
 * the feed does not disturb it.
 */
final class EventLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TEXT = 60;

    private EventLine() {}

    /** @throws UncheckedIOException if the data are not JSON */
    static String of(CloudEvent event) {
        JsonNode data = data(event);
        String time = Objects.requireNonNull(event.getTime()).toInstant().toString();
        if (event.getType().startsWith("feed.gap.")) {
            return "%s  GAP: changes from %s to %s may be missing (%s)"
                    .formatted(time, text(data.path("from")), text(data.path("to")), text(data.path("reason")));
        }
        String changes = data.has("before") || data.has("after") ? changes(data) : state(data.path("ticket"));
        return "%s  #%s  %s%s%s"
                .formatted(time, event.getSubject(), event.getType(), changes, actor(data.path("actor")));
    }

    private static JsonNode data(CloudEvent event) {
        try {
            return event.getData() == null
                    ? JSON.missingNode()
                    : JSON.readTree(event.getData().toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String changes(JsonNode data) {
        JsonNode before = data.path("before");
        JsonNode after = data.path("after");
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !before.has(name) || !before.get(name).equals(after.path(name)))
                .map(name -> "  " + change(name, before, after))
                .collect(Collectors.joining());
    }

    private static String change(String name, JsonNode before, JsonNode after) {
        List<String> sides = new ArrayList<>();
        if (before.has(name)) {
            sides.add(text(before.get(name)));
        }
        if (after.has(name)) {
            sides.add(text(after.get(name)));
        }
        return name + ": " + String.join(" -> ", sides);
    }

    private static String state(JsonNode ticket) {
        return "  %s (%s, %s)"
                .formatted(text(ticket.path("subject")), text(ticket.path("department")), text(ticket.path("status")));
    }

    private static String actor(JsonNode actor) {
        String type = actor.path("type").asText("unknown");
        String name = actor.path("name").asText(actor.path("id").asText());
        return "  by " + (name.isEmpty() ? type : type + " " + name);
    }

    /** Of an object, the member that a reader looks for first. */
    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty()
                    ? "none"
                    : value.valueStream().map(EventLine::text).collect(Collectors.joining(", "));
        }
        for (String name : List.of("value", "name", "number", "body")) {
            if (value.path(name).isTextual()) {
                return cut(value.get(name).asText());
            }
        }
        return value.isNull() ? "none" : cut(value.isValueNode() ? value.asText() : value.toString());
    }

    private static String cut(String text) {
        // A subject is anybody's text: it must not control the terminal.
        String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }
}
