package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.EventType;
import dev.ticketwire.osticket.schema.Filter;
import dev.ticketwire.osticket.schema.FilterAction;
import dev.ticketwire.osticket.schema.FilterRule;
import dev.ticketwire.osticket.schema.Form;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.HelpTopicForm;
import dev.ticketwire.osticket.schema.ListItem;
import dev.ticketwire.osticket.schema.MailTemplate;
import dev.ticketwire.osticket.schema.MailTemplateSet;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.schema.Schedule;
import dev.ticketwire.osticket.schema.ScheduleEntry;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.StaffDepartmentAccess;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TeamMember;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.List;
import java.util.Map;

/**
 * A snapshot of the tables that rarely change, read at one moment. Treat everything in it as read-only.
 *
 * @param formFields enabled and disabled fields by form id, in {@code sort} order, then id
 * @param topicForms forms by help topic id, in {@code sort} order, then id
 * @param scheduleEntries entries by schedule id, in id order
 * @param filterRules rules by filter id, in id order
 * @param filterActions actions by filter id, in {@code sort} order, then id
 * @param ticketColumns column names of the custom-data table of tickets ({@code ticket__cdata}), without its key
 * @param userColumns the same of users ({@code user__cdata})
 * @param version increases with every snapshot; for caches derived from it
 */
public record Reference(
        HelpDeskConfig config,
        RowsById<Department> departments,
        RowsById<HelpTopic> topics,
        Map<Integer, List<HelpTopicForm>> topicForms,
        RowsById<TicketStatus> statuses,
        RowsById<TicketPriority> priorities,
        RowsById<ServiceLevel> serviceLevels,
        RowsById<Schedule> schedules,
        Map<Integer, List<ScheduleEntry>> scheduleEntries,
        RowsById<Staff> staff,
        List<StaffDepartmentAccess> staffAccess,
        RowsById<Team> teams,
        RowsById<Form> forms,
        Map<Integer, List<FormField>> formFields,
        RowsById<ListItem> listItems,
        RowsById<Filter> filters,
        Map<Integer, List<FilterRule>> filterRules,
        Map<Integer, List<FilterAction>> filterActions,
        RowsById<EventType> events,
        RowsById<Mailbox> mailboxes,
        List<TeamMember> teamMembers,
        RowsById<MailTemplateSet> mailTemplateSets,
        List<MailTemplate> mailTemplates,
        List<ApiKey> apiKeys,
        List<String> ticketColumns,
        List<String> userColumns,
        long version) {

    /**
     * The id of a kind of thread event.
     *
     * @throws IllegalStateException if osTicket's event table lacks it
     */
    public int event(String name) {
        EventType event = events.first(e -> e.name.equals(name));
        if (event == null) {
            throw new IllegalStateException("osTicket's event table has no '" + name + "'");
        }
        return event.id;
    }
}
