package dev.ticketwire.command.ticket;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Staff;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which departments' tickets an agent may see in osTicket, without those assigned or referred to him. */
public final class AgentAccess {
    private final Reference reference;

    public AgentAccess(Reference reference) {
        this.reference = reference;
    }

    /** Whether the agent manages the department, or has access to it or to a department above it. */
    public boolean includes(Staff agent, Department department) {
        if (department.managerId == agent.id) {
            return true;
        }
        Set<Integer> granted = new HashSet<>(Set.of(agent.departmentId));
        reference.staffAccess().forEach(access -> {
            if (access.staffId == agent.id) {
                granted.add(access.departmentId);
            }
        });
        Set<Integer> seen = new HashSet<>();
        for (Department next = department; next != null && seen.add(next.id); next = above(next)) {
            if (granted.contains(next.id)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Department above(Department department) {
        Integer parent = department.parentId;
        return parent == null ? null : reference.departments().get(parent);
    }
}
