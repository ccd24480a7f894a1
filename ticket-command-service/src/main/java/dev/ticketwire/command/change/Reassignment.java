package dev.ticketwire.command.change;

import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides to whom a reopened ticket is assigned. */
final class Reassignment {
    /** Department flag: a reopened ticket is not assigned automatically. */
    private static final int NOBODY = 0x20;

    private final Reference reference;

    Reassignment(Reference reference) {
        this.reference = reference;
    }

    /** Whether the ticket is reassigned when it is reopened; if not, it keeps its assignee. */
    boolean isDue(TicketStatus closed, MutableTicket ticket) {
        StoredJson properties = StoredJson.read(closed.properties);
        Department department = reference.departments().get(ticket.department);
        HelpTopic topic = reference.topics().get(ticket.topic);
        return properties.flag("allowreopen", false)
                && properties.has("reopenstatus")
                && (department == null || !department.isArchived())
                && (topic == null || !topic.isArchived());
    }

    /**
     * @param candidate agent id, 0 for none
     * @return the candidate if it can take the ticket, else 0
     */
    int assignee(int candidate, int departmentId) {
        Staff agent = reference.staff().get(candidate);
        Department department = reference.departments().get(departmentId);
        boolean takes = agent != null
                && agent.isAvailable()
                && !agent.assignedOnly
                && department != null
                && (department.flags & NOBODY) == 0
                && hasAccess(agent, department);
        return takes ? candidate : 0;
    }

    private boolean hasAccess(Staff agent, Department department) {
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
