package dev.ticketwire.command.create;

import dev.ticketwire.command.create.filter.FilterResult;
import dev.ticketwire.command.create.number.NumberingScheme;
import dev.ticketwire.command.user.Organization;
import dev.ticketwire.command.user.Requester;
import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * Decides the routing of a new ticket. Precedence: ticket filters, the request, the mailbox that received the mail, the
 * help topic, the department, the help desk's defaults. For the priority the request precedes the filters. The
 * requested department counts only at the end, see {@link EffectiveRouting#finalDepartment}.
 */
final class RoutingRules {
    private final ResolvedRequest resolved;
    private final FilterResult filterResult;
    private final Requester requester;
    private final TicketRequest request;
    private final Reference reference;
    private final HelpDeskConfig config;
    private final @Nullable Mailbox mailbox;
    private final @Nullable HelpTopic topic;

    RoutingRules(
            ResolvedRequest resolved,
            FilterResult filterResult,
            Requester requester,
            TicketRequest request,
            Reference reference) {
        this.resolved = resolved;
        this.filterResult = filterResult;
        this.requester = requester;
        this.request = request;
        this.reference = reference;
        this.config = reference.config();
        this.mailbox = request.mailbox();
        this.topic = topic();
    }

    EffectiveRouting apply() {
        int department = department();
        Assignees assignees = assignees();
        return new EffectiveRouting(
                topic,
                department,
                resolved.department() == null ? department : resolved.department().id,
                priority(),
                status(),
                available(reference.staff().get(assignees.staff)),
                enabled(reference.teams().get(assignees.team)),
                serviceLevel(reference.departments().get(department)),
                NumberingScheme.of(topic, config));
    }

    private @Nullable HelpTopic topic() {
        HelpTopic ofMailbox = mailbox == null ? null : reference.topics().get(mailbox.topicId);
        return first(
                filterResult.topic(),
                resolved.topic(),
                ofMailbox != null && ofMailbox.isActive() ? ofMailbox : null,
                reference.topics().get(config.number("default_help_topic")));
    }

    private int department() {
        Department ofFilter = filterResult.department();
        return firstId(
                ofFilter == null ? 0 : ofFilter.id,
                mailbox == null ? 0 : mailbox.departmentId,
                topic == null ? 0 : topic.departmentId,
                config.number("default_dept_id"));
    }

    private @Nullable ServiceLevel serviceLevel(@Nullable Department department) {
        ServiceLevel requested = resolved.serviceLevel();
        return reference
                .serviceLevels()
                .get(firstId(
                        filterResult.serviceLevel(),
                        requested == null ? 0 : requested.id,
                        topic == null ? 0 : topic.slaId,
                        department == null ? 0 : department.slaId,
                        config.number("default_sla_id")));
    }

    private @Nullable TicketPriority priority() {
        return first(
                resolved.priority(),
                filterResult.priority(),
                request.mailedPriority(),
                mailbox == null ? null : reference.priorities().get(mailbox.priorityId),
                topic == null ? null : reference.priorities().get(topic.priorityId),
                reference.priorities().get(config.number("default_priority_id")));
    }

    private int status() {
        int fallback = config.number("default_ticket_status_id");
        TicketStatus requested = resolved.status();
        int wanted = firstId(
                filterResult.status(),
                requested == null ? 0 : requested.id,
                topic == null ? 0 : topic.statusId,
                fallback);
        TicketStatus status = reference.statuses().get(wanted);
        return status != null && (status.isOpen() || status.isClosed()) ? wanted : fallback;
    }

    /** Ids, 0 for nobody. */
    private record Assignees(int staff, int team) {}

    /** A topic's agent, else its team; then the organisation's account manager, an agent or a team. */
    private Assignees assignees() {
        Staff agent = resolved.staff();
        Team group = resolved.team();
        int staff = firstId(filterResult.staff(), agent == null ? 0 : agent.id);
        int team = firstId(filterResult.team(), group == null ? 0 : group.id);
        if (topic != null && staff == 0 && topic.staffId != 0) {
            staff = topic.staffId;
        } else if (topic != null && team == 0) {
            team = topic.teamId;
        }
        Organization organization = requester.organization();
        String manager = organization == null ? "" : organization.assignee();
        if (staff == 0 && manager.startsWith("s")) {
            staff = id(manager);
        } else if (team == 0 && manager.startsWith("t")) {
            team = id(manager);
        }
        return new Assignees(staff, team);
    }

    private static int id(String manager) {
        Integer id = RowId.ofNumber(manager.substring(1));
        return id == null ? 0 : id;
    }

    private static @Nullable Staff available(@Nullable Staff agent) {
        return agent != null && agent.isAvailable() ? agent : null;
    }

    private static @Nullable Team enabled(@Nullable Team team) {
        return team != null && team.isEnabled() ? team : null;
    }

    private static int firstId(int... ids) {
        for (int id : ids) {
            if (id != 0) {
                return id;
            }
        }
        return 0;
    }

    @SafeVarargs
    private static <T> @Nullable T first(@Nullable T... candidates) {
        for (T candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }
}
