package dev.ticketwire.command.change;

import dev.ticketwire.command.ticket.AgentAccess;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.TicketStatus;

/** Decides to whom a reopened ticket is assigned. */
final class Reassignment {
    /** Department flag: a reopened ticket is not assigned automatically. */
    private static final int NOBODY = 0x20;

    private final Reference reference;
    private final AgentAccess access;

    Reassignment(Reference reference) {
        this.reference = reference;
        this.access = new AgentAccess(reference);
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
                && access.includes(agent, department);
        return takes ? candidate : 0;
    }
}
