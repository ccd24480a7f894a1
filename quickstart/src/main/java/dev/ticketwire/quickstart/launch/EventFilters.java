package dev.ticketwire.quickstart.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that select events, as the parameters of {@code GET /events} do. */
final class EventFilters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = {
                "Only events of this type, such as ticket.created.v1.",
                "Each filter may be repeated; several values are alternatives."
            })
    void types(List<String> types) {
        values.put("type", types);
    }

    @Option(names = "--department", paramLabel = "ID", description = "Only tickets of this department (id or name).")
    void departments(List<String> departments) {
        values.put("department", departments);
    }

    @Option(names = "--topic", paramLabel = "ID", description = "Only tickets with this help topic (id or name).")
    void topics(List<String> topics) {
        values.put("topic", topics);
    }

    @Option(names = "--status", paramLabel = "ID", description = "Only tickets with this status (id or name).")
    void statuses(List<String> statuses) {
        values.put("status", statuses);
    }

    @Option(names = "--priority", paramLabel = "ID", description = "Only tickets with this priority (id or name).")
    void priorities(List<String> priorities) {
        values.put("priority", priorities);
    }

    @Option(names = "--number", paramLabel = "NUMBER", description = "Only this ticket.")
    void numbers(List<String> numbers) {
        values.put("number", numbers);
    }

    /** Values by parameter. */
    Map<String, List<String>> values() {
        return values;
    }
}
