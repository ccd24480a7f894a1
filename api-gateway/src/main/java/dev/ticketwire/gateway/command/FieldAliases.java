package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.Spellings;
import dev.ticketwire.gateway.call.RequestTarget;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a request's members came under a further name, as the readers of this package take them. */
final class FieldAliases {
    private FieldAliases() {}

    static Spellings of(RequestTarget target, Map<String, @Nullable Object> fields) {
        return switch (target.known()) {
            case CREATE -> of(fields, Map.of("parentTicketNumber", "parentTicketId", "dueDate", "duedate"));
            case UPDATE -> of(fields, Map.of("statusId", "status", "dueDate", "duedate"));
            case LINK -> target.legacy() ? Spellings.NONE : new Spellings(Map.of("childId", "number"));
            default -> Spellings.NONE;
        };
    }

    /** @param further names that count where the plugin's own, which is before it, is absent or null */
    private static Spellings of(Map<String, @Nullable Object> fields, Map<String, String> further) {
        Map<String, String> sent = new HashMap<>();
        further.forEach((name, other) -> {
            if (fields.get(name) == null && fields.get(other) != null) {
                sent.put(name, other);
            }
        });
        // Of the two names of the priority the other one goes first.
        if (fields.get("priority") != null) {
            sent.put("priorityId", "priority");
        }
        return new Spellings(sent);
    }
}
