package dev.ticketwire.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        if (event.getType().startsWith("feed.gap.")) {
            return "%s  GAP: changes from %s to %s may be missing (%s)"
                    .formatted(
                            event.getTime(),
                            data.path("from").asText(),
                            data.path("to").asText(),
                            data.path("reason").asText());
        }
        return "%s  #%s  %s%s%s"
                .formatted(
                        event.getTime(), event.getSubject(), event.getType(), changes(data), actor(data.path("actor")));
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
        return names.stream().map(name -> "  " + change(name, before, after)).collect(Collectors.joining());
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

    private static String actor(JsonNode actor) {
        String type = actor.path("type").asText("unknown");
        String name = actor.path("name").asText(actor.path("id").asText());
        return "  by " + (name.isEmpty() ? type : type + " " + name);
    }

    /** The member that a reader looks for first. */
    private static String text(JsonNode value) {
        for (String name : List.of("name", "number", "body")) {
            if (value.path(name).isTextual()) {
                return cut(value.get(name).asText());
            }
        }
        return value.isNull() ? "none" : cut(value.isValueNode() ? value.asText() : value.toString());
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }
}
