package dev.ticketwire.command.create;

import dev.ticketwire.command.create.filter.FilterResult;
import dev.ticketwire.command.create.number.NumberingScheme;
import dev.ticketwire.command.user.Organization;
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
 * What a new ticket belongs to: what filters set, else what the caller asked for, else its help topic's, else the help
 * desk's default.
 *
 * @param topic null for none
 * @param department where it is routed to; its history, service level and assignment go by this one
 * @param finalDepartment where it lies in the end: the department asked for, else the same
 * @param priority null for none
 * @param status wanted; see {@code InitialStatus} for the one it gets
 * @param staff whom it is to be assigned to, null for nobody available
 * @param team likewise
 * @param serviceLevel null for none, or one that does not exist
 */
record EffectiveRouting(
        @Nullable HelpTopic topic,
        int department,
        int finalDepartment,
        @Nullable TicketPriority priority,
        int status,
        @Nullable Staff staff,
        @Nullable Team team,
        @Nullable ServiceLevel serviceLevel,
        NumberingScheme numbering) {

    /**
     * @param mailbox where the request came in as a mail; null if it did not
     * @param mailed the priority that a mail's sender gave it; null for none
     */
    static EffectiveRouting of(
            ResolvedRequest resolved,
            FilterResult filterResult,
            @Nullable Organization organization,
            @Nullable Mailbox mailbox,
            @Nullable TicketPriority mailed,
            Reference reference) {
        HelpDeskConfig config = reference.config();
        HelpTopic topic = first(
                filterResult.topic(),
                resolved.topic(),
                active(mailbox == null ? null : reference.topics().get(mailbox.topicId)),
                reference.topics().get(config.number("default_help_topic")));
        int department = firstId(
                filterResult.department() == null ? 0 : filterResult.department().id,
                mailbox == null ? 0 : mailbox.departmentId,
                topic == null ? 0 : topic.departmentId,
                config.number("default_dept_id"));
        Department routed = reference.departments().get(department);
        int serviceLevel = firstId(
                filterResult.serviceLevel(),
                resolved.serviceLevel() == null ? 0 : resolved.serviceLevel().id,
                topic == null ? 0 : topic.slaId,
                routed == null ? 0 : routed.slaId,
                config.number("default_sla_id"));
        Assignees assignees = Assignees.of(resolved, filterResult, topic, organization);
        return new EffectiveRouting(
                topic,
                department,
                resolved.department() == null ? department : resolved.department().id,
                first(resolved.priority(), filterResult.priority(), mailed, defaultPriority(mailbox, topic, reference)),
                status(resolved, filterResult, topic, reference),
                available(reference.staff().get(assignees.staff)),
                enabled(reference.teams().get(assignees.team)),
                reference.serviceLevels().get(serviceLevel),
                NumberingScheme.of(topic, config));
    }

    int topicId() {
        return topic == null ? 0 : topic.id;
    }

    int serviceLevelId() {
        return serviceLevel == null ? 0 : serviceLevel.id;
    }

    private static @Nullable TicketPriority defaultPriority(
            @Nullable Mailbox mailbox, @Nullable HelpTopic topic, Reference reference) {
        return first(
                mailbox == null ? null : reference.priorities().get(mailbox.priorityId),
                topic == null ? null : reference.priorities().get(topic.priorityId),
                reference.priorities().get(reference.config().number("default_priority_id")));
    }

    private static int status(
            ResolvedRequest resolved, FilterResult filterResult, @Nullable HelpTopic topic, Reference reference) {
        int fallback = reference.config().number("default_ticket_status_id");
        int wanted = firstId(
                filterResult.status(),
                resolved.status() == null ? 0 : resolved.status().id,
                topic == null ? 0 : topic.statusId,
                fallback);
        TicketStatus status = reference.statuses().get(wanted);
        return status != null && (status.isOpen() || status.isClosed()) ? wanted : fallback;
    }

    private record Assignees(int staff, int team) {
        static Assignees of(
                ResolvedRequest resolved,
                FilterResult filterResult,
                @Nullable HelpTopic topic,
                @Nullable Organization organization) {
            Staff agent = resolved.staff();
            Team group = resolved.team();
            int staff = firstId(filterResult.staff(), agent == null ? 0 : agent.id);
            int team = firstId(filterResult.team(), group == null ? 0 : group.id);
            if (topic != null) {
                if (staff == 0 && topic.staffId != 0) {
                    staff = topic.staffId;
                } else if (team == 0) {
                    team = topic.teamId;
                }
            }
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
    }

    private static @Nullable HelpTopic active(@Nullable HelpTopic topic) {
        return topic != null && topic.isActive() ? topic : null;
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
