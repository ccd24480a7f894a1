package dev.ticketwire.command.ticket;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Checks the departments that an API key is restricted to. */
public final class DepartmentAccess {
    private DepartmentAccess() {}

    /** The ticket that a command addresses; null, as if it did not exist, if the key may not see it. */
    public static @Nullable TicketRow target(@Nullable TicketRow ticket, Departments departments) {
        return ticket != null && departments.include(ticket.department()) ? ticket : null;
    }

    /** @throws Refused if the key may not have tickets in this department, or move them there */
    public static void destination(int department, Departments departments) {
        if (!departments.include(department)) {
            throw Refused.of(
                    ProblemCode.DEPARTMENT_NOT_PERMITTED, "API key not authorized for this department", "departmentId");
        }
    }

    /**
     * @throws Refused if the key may not link tickets to this parent. A ticket without department is open to all keys.
     */
    public static void parent(TicketRow parent, Departments departments, @Nullable String field) {
        if (parent.department() != 0 && !departments.include(parent.department())) {
            throw Refused.of(ProblemCode.PARENT_NOT_PERMITTED, "Access denied to parent ticket department", field);
        }
    }

    /**
     * @throws Refused if the key may not link or unlink this child. A ticket without department is open to all keys.
     */
    public static void child(TicketRow child, Departments departments, @Nullable String field) {
        if (child.department() != 0 && !departments.include(child.department())) {
            throw Refused.of(ProblemCode.CHILD_NOT_PERMITTED, "Access denied to child ticket department", field);
        }
    }
}
