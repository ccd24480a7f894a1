package dev.ticketwire.command.notice;

import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.RowsById;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.MailTemplate;
import dev.ticketwire.osticket.schema.MailTemplateSet;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.StaffDepartmentAccess;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TeamMember;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A small help desk for tests of mails: departments 1 Repairs (manager Mona) and 2 Stores; agents 1 Zoe, 2 Mona, 3 Abel
 * of Repairs and 4 Paul of Stores; mailboxes 1 {@code help@desk.test}, 2 {@code alerts@desk.test}, 3 {@code
 * auto@desk.test}; team 7 Night Shift of Zoe and Paul, led by Abel; topic 5; statuses 1 open and 3 closed. All mails are off.
 */
public final class TestHelpDesk {
    private final Map<String, String> settings = new HashMap<>(
            Map.of("default_email_id", "1", "alert_email_id", "2", "admin_email", "chief@desk.test", "log_level", "2"));
    private final Map<String, Map<String, String>> namespaces = new HashMap<>(Map.of("core", settings));
    private final List<Department> departments = List.of(department(1, "Repairs", 2), department(2, "Stores", 0));
    private final List<Staff> agents = List.of(
            agent(1, 1, "Zoe", "Ames"),
            agent(2, 1, "Mona", "Berg"),
            agent(3, 1, "Abel", "Cole"),
            agent(4, 2, "Paul", "Dorn"));
    private final List<Mailbox> mailboxes =
            List.of(mailbox(1, "help", "Help"), mailbox(2, "alerts", "Alerts"), mailbox(3, "auto", ""));
    private final List<Team> teams = List.of(team());
    private final List<TeamMember> teamMembers = List.of(member(1), member(4));
    private final List<StaffDepartmentAccess> access = new ArrayList<>();
    private final HelpTopic topic = new HelpTopic();
    private final List<MailTemplateSet> templateSets = new ArrayList<>();
    private final List<MailTemplate> templates = new ArrayList<>();

    public TestHelpDesk() {
        topic.id = 5;
    }

    /** Sets the core settings to {@code 1}. */
    public TestHelpDesk on(String... keys) {
        List.of(keys).forEach(key -> settings.put(key, "1"));
        return this;
    }

    public TestHelpDesk setting(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public TestHelpDesk setting(String namespace, String key, String value) {
        namespaces.computeIfAbsent(namespace, name -> new HashMap<>()).put(key, value);
        return this;
    }

    public TestHelpDesk department(int id, Consumer<Department> change) {
        change.accept(departments.get(id - 1));
        return this;
    }

    public TestHelpDesk agent(int id, Consumer<Staff> change) {
        change.accept(agents.get(id - 1));
        return this;
    }

    public TestHelpDesk mailbox(int id, Consumer<Mailbox> change) {
        change.accept(mailboxes.get(id - 1));
        return this;
    }

    public TestHelpDesk team(Consumer<Team> change) {
        change.accept(teams.getFirst());
        return this;
    }

    public TestHelpDesk topic(Consumer<HelpTopic> change) {
        change.accept(topic);
        return this;
    }

    /** Gives an agent a further department. @param flags 1: alerts */
    public TestHelpDesk access(int agent, int department, int flags) {
        StaffDepartmentAccess row = new StaffDepartmentAccess();
        row.staffId = agent;
        row.departmentId = department;
        row.flags = flags;
        access.add(row);
        return this;
    }

    /** Adds a template to a set. */
    public TestHelpDesk template(int set, String name, String subject, String body) {
        if (templateSets.stream().noneMatch(one -> one.id == set)) {
            MailTemplateSet row = new MailTemplateSet();
            row.id = set;
            templateSets.add(row);
        }
        MailTemplate row = new MailTemplate();
        row.id = templates.size() + 1;
        row.setId = set;
        row.name = name;
        row.subject = subject;
        row.body = body;
        templates.add(row);
        return this;
    }

    public Reference build() {
        return new Reference(
                new HelpDeskConfig(namespaces),
                new RowsById<>(departments, row -> row.id),
                new RowsById<>(List.of(topic), row -> row.id),
                Map.of(),
                new RowsById<>(List.of(status(1, "open"), status(3, "closed")), row -> row.id),
                none(),
                none(),
                none(),
                Map.of(),
                new RowsById<>(agents, row -> row.id),
                access,
                new RowsById<>(teams, row -> row.id),
                none(),
                Map.of(),
                none(),
                none(),
                Map.of(),
                Map.of(),
                none(),
                new RowsById<>(mailboxes, row -> row.id),
                teamMembers,
                new RowsById<>(templateSets, row -> row.id),
                templates,
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    private static <T> RowsById<T> none() {
        return new RowsById<>(List.of(), row -> 0);
    }

    private static TicketStatus status(int id, String state) {
        TicketStatus row = new TicketStatus();
        row.id = id;
        row.name = state;
        row.state = state;
        return row;
    }

    private static Department department(int id, String name, int manager) {
        Department row = new Department();
        row.id = id;
        row.name = name;
        row.flags = 4;
        row.managerId = manager;
        row.isPublic = true;
        row.ticketAutoResponse = true;
        row.messageAutoResponse = true;
        row.signature = "The " + name + " people";
        return row;
    }

    private static Staff agent(int id, int department, String first, String last) {
        Staff row = new Staff();
        row.id = id;
        row.departmentId = department;
        row.firstName = first;
        row.lastName = last;
        row.email = first.toLowerCase(java.util.Locale.ROOT) + "@desk.test";
        row.isActive = true;
        return row;
    }

    private static Mailbox mailbox(int id, String local, String name) {
        Mailbox row = new Mailbox();
        row.id = id;
        row.address = local + "@desk.test";
        row.name = name;
        return row;
    }

    private static Team team() {
        Team row = new Team();
        row.id = 7;
        row.leadId = 3;
        row.flags = 1;
        row.name = "Night Shift";
        return row;
    }

    private static TeamMember member(int agent) {
        TeamMember row = new TeamMember();
        row.teamId = 7;
        row.staffId = agent;
        row.flags = 1;
        return row;
    }
}
