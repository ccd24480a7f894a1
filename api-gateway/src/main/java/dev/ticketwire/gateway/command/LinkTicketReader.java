package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.RequestTarget;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses a link, with the plugin's checks in its order. */
final class LinkTicketReader {
    private static final String CHILD = "childId";

    private LinkTicketReader() {}

    /** Names of the fields that are ignored on the plugin's paths. */
    static List<String> ignored(Map<String, @Nullable Object> fields) {
        return fields.keySet().stream().filter(name -> !name.equals(CHILD)).toList();
    }

    /**
     * @param target its argument is the parent's number
     * @param fields {@code childId}, on a short path {@code number}: the child's number, text or a whole number
     * @throws Refused if there is no such number, or it is the parent's
     */
    static LinkTicket read(RequestTarget target, Map<String, @Nullable Object> fields) {
        String field = target.legacy() ? CHILD : "number";
        Object child = fields.get(field);
        if (child == null || child.equals("") || child.equals("0") || child.equals(0)) {
            throw Refused.of(ProblemCode.CHILD_MISSING, "Missing " + field + " in request body", field);
        }
        if (!(child instanceof String) && !(child instanceof Integer) && !(child instanceof Long)) {
            throw Refused.of(ProblemCode.INVALID_TICKET_NUMBER, "Invalid child ticket number", field);
        }
        target.checkArgument();
        if (child.toString().equalsIgnoreCase(target.argument())) {
            throw Refused.of(ProblemCode.LINK_TO_ITSELF, "Cannot link ticket to itself", field);
        }
        return new LinkTicket(child.toString(), target.argument());
    }
}
