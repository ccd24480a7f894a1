package dev.ticketwire.query.ticket;

import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.rest.Form;
import org.jspecify.annotations.Nullable;

/** Writes what a ticket refers to by id as id and name. A row that does not exist, or no longer, is null twice. */
public final class TicketNames {
    private final Reference reference;
    private final PersonNames people;

    public TicketNames(Reference reference) {
        this.reference = reference;
        this.people = new PersonNames(reference);
    }

    /** A department that is gone still has a name: the default department's. */
    public void department(Form form, int id) {
        Department own = reference.departments().get(id);
        Department shown = own != null
                ? own
                : reference.departments().get(reference.config().number("default_dept_id"));
        number(form.name("departmentId"), own == null ? 0 : own.id);
        form.name("department").text(shown == null ? null : shown.name);
    }

    /** Without a priority it is the id of the help desk's default, and no name. */
    public void priority(Form form, int id) {
        TicketPriority priority = reference.priorities().get(id);
        number(
                form.name("priorityId"),
                priority != null ? priority.id : reference.config().number("default_priority_id"));
        form.name("priority").text(priority == null ? "" : priority.description);
    }

    public void topic(Form form, int id) {
        HelpTopic topic = reference.topics().get(id);
        pair(form, "topicId", id, "topic", topic == null ? null : topic.name);
    }

    public void team(Form form, int id) {
        Team team = reference.teams().get(id);
        pair(form, "teamId", id, "team", team == null ? null : team.name);
    }

    public void serviceLevel(Form form, int id) {
        ServiceLevel plan = reference.serviceLevels().get(id);
        pair(form, "slaId", id, "sla", plan == null ? null : plan.name);
    }

    public void agent(Form form, int id) {
        pair(form, "staffId", id, "staff", people.agent(reference.staff().get(id)));
    }

    /** As {@link #agent(Form, int)}, but nothing at all without an agent. */
    void agentIfAny(Form form, int id) {
        Staff agent = reference.staff().get(id);
        if (agent != null) {
            pair(form, "staffId", id, "staff", people.agent(agent));
        }
    }

    /** A user's name in the help desk's format; null for null. */
    public @Nullable String user(@Nullable String stored) {
        return people.user(stored);
    }

    private static void pair(Form form, String idMember, int id, String nameMember, @Nullable String name) {
        number(form.name(idMember), name == null ? 0 : id);
        form.name(nameMember).text(name);
    }

    private static void number(Form form, int id) {
        if (id == 0) {
            form.nothing();
        } else {
            form.number(id);
        }
    }
}
