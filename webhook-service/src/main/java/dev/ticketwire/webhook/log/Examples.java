package dev.ticketwire.webhook.log;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.event.EventSchemas;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The published example of each type of event. */
final class Examples {
    private Examples() {}

    /**
     * @param name with or without version; null for a created ticket
     * @throws Refused 400 naming {@code type}
     */
    static TicketEventType type(@Nullable String name) {
        return name == null
                ? TicketEventType.CREATED
                : known(name)
                        .orElseThrow(
                                () -> Refused.of(ProblemCode.INVALID_VALUE, "There is no type '" + name + "'", "type"));
    }

    private static Optional<TicketEventType> known(String name) {
        return Arrays.stream(TicketEventType.values())
                .filter(type -> type.type().equals(name) || type.type().startsWith(name + ".v"))
                .findFirst();
    }

    /** As CloudEvent in JSON. */
    static JsonNode of(TicketEventType type) {
        return EventSchemas.example(type);
    }
}
