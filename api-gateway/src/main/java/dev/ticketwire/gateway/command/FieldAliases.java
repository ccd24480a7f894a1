package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.Spellings;
import dev.ticketwire.gateway.call.RequestTarget;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the fields that a request sent under an alias, as the readers of this package accept them. */
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

    /** @param aliases by the plugin's name; an alias counts if the plugin's name is absent or null */
    private static Spellings of(Map<String, @Nullable Object> fields, Map<String, String> aliases) {
        Map<String, String> sent = new HashMap<>();
        aliases.forEach((name, alias) -> {
            if (fields.get(name) == null && fields.get(alias) != null) {
                sent.put(name, alias);
            }
        });
        // For the priority the alias takes precedence.
        if (fields.get("priority") != null) {
            sent.put("priorityId", "priority");
        }
        return new Spellings(sent);
    }
}
