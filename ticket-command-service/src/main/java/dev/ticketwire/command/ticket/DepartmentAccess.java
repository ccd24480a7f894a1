package dev.ticketwire.command.ticket;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import org.jspecify.annotations.Nullable;

/** What a command may touch whose key is bound to departments. */
public final class DepartmentAccess {
    private DepartmentAccess() {}

    /** The ticket a command is about; null as if there were none, where the key may not know of it. */
    public static @Nullable TicketRow target(@Nullable TicketRow ticket, Departments departments) {
        return ticket != null && departments.include(ticket.department()) ? ticket : null;
    }

    /** @throws Refused if a ticket may not lie, or be put, into this department */
    public static void destination(int department, Departments departments) {
        if (!departments.include(department)) {
            throw Refused.of(
                    ProblemCode.DEPARTMENT_NOT_PERMITTED, "API key not authorized for this department", "departmentId");
        }
    }

    /** @throws Refused if the key may not hang tickets under this one. One without a department is everybody's. */
    public static void parent(TicketRow parent, Departments departments, @Nullable String field) {
        if (parent.department() != 0 && !departments.include(parent.department())) {
            throw Refused.of(ProblemCode.PARENT_NOT_PERMITTED, "Access denied to parent ticket department", field);
        }
    }

    /**
     * @throws Refused if the key may not give this one a parent, or take it. One without a department is everybody's.
     */
    public static void child(TicketRow child, Departments departments, @Nullable String field) {
        if (child.department() != 0 && !departments.include(child.department())) {
            throw Refused.of(ProblemCode.CHILD_NOT_PERMITTED, "Access denied to child ticket department", field);
        }
    }
}
