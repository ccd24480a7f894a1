package dev.ticketwire.command.create.filter;

import dev.ticketwire.command.notice.facts.Occasion.FilterMail;
import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.person.PersonName;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the effects of the actions of matching filters. */
final class FilterResultBuilder {
    private final Reference reference;
    private final List<String> changes = new ArrayList<>();
    private final List<FilterMail> mails = new ArrayList<>();
    private @Nullable Department department;
    private @Nullable HelpTopic topic;
    private @Nullable TicketPriority priority;
    private int staff;
    private int team;
    private int serviceLevel;
    private int status;
    private int cannedResponse;
    private boolean forbidsResponse;

    FilterResultBuilder(Reference reference) {
        this.reference = reference;
    }

    void apply(String filter, String type, StoredJson configuration) {
        switch (type) {
            case "dept" -> setDepartment(filter, id(configuration, "dept_id"));
            case "topic" -> setTopic(filter, id(configuration, "topic_id"));
            case "pri" -> setPriority(filter, id(configuration, "priority"));
            case "sla" -> setServiceLevel(filter, id(configuration, "sla_id"));
            case "team" -> setTeam(filter, id(configuration, "team_id"));
            case "agent" -> setStaff(filter, id(configuration, "staff_id"));
            case "status" -> setStatus(filter, id(configuration, "status_id"));
            case "canned" -> cannedResponse = id(configuration, "canned_id");
            case "noresp" -> forbidsResponse = true;
            case "email" -> mails.add(mail(configuration));
            default -> {
                // TicketFilters handles replyto.
            }
        }
    }

    private void setDepartment(String filter, int id) {
        Department chosen = reference.departments().get(id);
        department = chosen != null && chosen.isActive() ? chosen : department;
        change(filter, "Department", chosen == null ? null : chosen.name);
    }

    private void setTopic(String filter, int id) {
        HelpTopic chosen = reference.topics().get(id);
        topic = chosen != null && chosen.isActive() ? chosen : topic;
        change(filter, "Topic", chosen == null ? null : chosen.name);
    }

    private void setPriority(String filter, int id) {
        TicketPriority chosen = reference.priorities().get(id);
        priority = chosen != null ? chosen : priority;
        change(filter, "Priority", chosen == null ? null : chosen.description);
    }

    private void setServiceLevel(String filter, int id) {
        serviceLevel = id;
        ServiceLevel chosen = reference.serviceLevels().get(id);
        change(filter, "SLA", chosen == null ? null : chosen.name);
    }

    private void setTeam(String filter, int id) {
        team = id;
        change(filter, "Team", teamName(id));
    }

    private void setStaff(String filter, int id) {
        staff = id;
        Staff chosen = reference.staff().get(id);
        change(filter, "Agent", chosen == null ? null : fullName(chosen));
    }

    /** osTicket looks the name up among the teams; its history shows what it finds there. */
    private void setStatus(String filter, int id) {
        status = id;
        change(filter, "Ticket Status", teamName(id));
    }

    FilterResult build(boolean usesReplyTo) {
        return new FilterResult(
                false,
                usesReplyTo,
                department,
                topic,
                priority,
                staff,
                team,
                serviceLevel,
                status,
                cannedResponse,
                forbidsResponse,
                List.copyOf(mails),
                List.copyOf(changes));
    }

    private void change(String filter, String type, @Nullable String value) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("value", value == null ? Boolean.FALSE : value);
        data.put("filter", filter);
        data.put("type", type);
        changes.add(PhpJson.write(data));
    }

    private @Nullable String teamName(int id) {
        Team found = reference.teams().get(id);
        return found == null ? null : found.name;
    }

    private static String fullName(Staff agent) {
        return PersonName.agent(
                        Objects.requireNonNullElse(agent.firstName, ""), Objects.requireNonNullElse(agent.lastName, ""))
                .in("full");
    }

    private static FilterMail mail(StoredJson configuration) {
        return new FilterMail(
                id(configuration, "from"),
                configuration.text("recipients"),
                configuration.text("subject"),
                configuration.text("message"));
    }

    private static int id(StoredJson configuration, String name) {
        return configuration.number(name, 0);
    }
}
