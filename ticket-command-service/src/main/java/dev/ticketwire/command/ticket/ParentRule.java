package dev.ticketwire.command.ticket;

import dev.ticketwire.contract.identity.Departments;
import java.util.Map;

/** Which ticket may become a parent by a ticket's own field {@code parentTicketNumber}. */
public final class ParentRule {
    private static final String FIELD = "parentTicketNumber";

    private ParentRule() {}

    /**
     * The parent that {@code input} means.
     *
     * @param locked the tickets found, by id
     * @param departments that the key of the command may change
     * @throws Refused if there is no such ticket, or the key may not hang tickets under it
     */
    public static TicketRow parent(
            String input, ExistingTickets existing, Map<Integer, TicketRow> locked, Departments departments) {
        Integer id = existing.meant(input);
        TicketRow parent = id == null ? null : locked.get(id);
        if (parent == null) {
            throw new Refused("parent-not-found", 404, "Parent ticket not found", FIELD);
        }
        Permitted.parent(parent, departments, FIELD);
        return parent;
    }

    /** @throws Refused if {@code parent} has itself a parent */
    public static void mayHaveChildren(TicketRow parent) {
        if (parent.parent() != 0) {
            throw new Refused("parent-is-child", 400, "Parent ticket cannot be a child of another ticket", FIELD);
        }
    }
}
