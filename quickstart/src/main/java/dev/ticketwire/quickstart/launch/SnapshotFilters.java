package dev.ticketwire.quickstart.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that select tickets for a snapshot, as members of its request. */
final class SnapshotFilters {
    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    @Option(
            names = "--department",
            paramLabel = "ID",
            description = {
                "Only tickets of this department (id or name).",
                "Each filter may be repeated; several values are alternatives."
            })
    void departments(List<String> departments) {
        put("department", departments);
    }

    @Option(names = "--topic", paramLabel = "ID", description = "Only tickets with this help topic (id or name).")
    void topics(List<String> topics) {
        put("topic", topics);
    }

    @Option(names = "--status", paramLabel = "ID", description = "Only tickets with this status (id or name).")
    void statuses(List<String> statuses) {
        put("status", statuses);
    }

    @Option(names = "--state", paramLabel = "STATE", description = "Only open, closed, archived or deleted tickets.")
    void states(List<String> states) {
        put("state", states);
    }

    @Option(names = "--number", paramLabel = "NUMBER", description = "Only this ticket.")
    void numbers(List<String> numbers) {
        put("numbers", numbers);
    }

    @Option(names = "--created-since", paramLabel = "TIME", description = "Only tickets made since then (ISO 8601).")
    void createdSince(String time) {
        values.put("createdSince", TextNode.valueOf(time));
    }

    @Option(names = "--updated-since", paramLabel = "TIME", description = "Only tickets changed since then (ISO 8601).")
    void updatedSince(String time) {
        values.put("updatedSince", TextNode.valueOf(time));
    }

    private void put(String member, List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        values.put(member, array);
    }

    /** Members of the request. */
    Map<String, JsonNode> values() {
        return values;
    }
}
