package dev.ticketwire.command.ticket;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules for a ticket's field {@code parentTicketNumber}. */
public final class ParentRule {
    private static final String FIELD = "parentTicketNumber";

    private ParentRule() {}

    /**
     * The parent that {@code input} means.
     *
     * @param byNumber whether {@code input} can only be a number, not an internal id
     * @param locked the tickets found, by id
     * @param departments that the key of the command may change
     * @throws Refused if there is no such ticket, or the key may not link tickets to it
     */
    public static TicketRow parent(
            String input,
            boolean byNumber,
            TicketLookup existing,
            Map<Integer, TicketRow> locked,
            Departments departments) {
        Integer id = id(input, byNumber, existing);
        TicketRow parent = id == null ? null : locked.get(id);
        if (parent == null) {
            throw Refused.of(ProblemCode.PARENT_NOT_FOUND, "Parent ticket not found", FIELD);
        }
        DepartmentAccess.parent(parent, departments, FIELD);
        return parent;
    }

    /** The id of the ticket that {@code input} means; null if there was none. */
    public static @Nullable Integer id(String input, boolean byNumber, TicketLookup existing) {
        return byNumber ? existing.idByNumber(input) : existing.idByNumberOrId(input);
    }

    /** @throws Refused if {@code parent} has a parent itself */
    public static void mayHaveChildren(TicketRow parent) {
        if (parent.parent() != 0) {
            throw Refused.of(ProblemCode.PARENT_IS_CHILD, "Parent ticket cannot be a child of another ticket", FIELD);
        }
    }
}
