package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Form;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reference data of a small help desk, for tests. Ids have to be added in ascending order, as the database returns them. */
public final class ReferenceFixture {
    private final List<Department> departments = new ArrayList<>();
    private final List<HelpTopic> topics = new ArrayList<>();
    private final List<TicketStatus> statuses = new ArrayList<>();
    private final List<TicketPriority> priorities = new ArrayList<>();
    private final List<ServiceLevel> serviceLevels = new ArrayList<>();
    private final List<Staff> agents = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final Map<Integer, List<FormField>> fields = new HashMap<>();

    public ReferenceFixture department(int id, @Nullable Integer parent, String name) {
        Department row = new Department();
        row.id = id;
        row.parentId = parent;
        row.name = name;
        departments.add(row);
        return this;
    }

    public ReferenceFixture topic(int id, int parent, String name) {
        HelpTopic row = new HelpTopic();
        row.id = id;
        row.parentId = parent;
        row.name = name;
        topics.add(row);
        return this;
    }

    public ReferenceFixture status(int id, String name, String state) {
        TicketStatus row = new TicketStatus();
        row.id = id;
        row.name = name;
        row.state = state;
        statuses.add(row);
        return this;
    }

    public ReferenceFixture priority(int id, String tag, String description) {
        TicketPriority row = new TicketPriority();
        row.id = id;
        row.tag = tag;
        row.description = description;
        priorities.add(row);
        return this;
    }

    public ReferenceFixture serviceLevel(int id, String name) {
        ServiceLevel row = new ServiceLevel();
        row.id = id;
        row.name = name;
        serviceLevels.add(row);
        return this;
    }

    public ReferenceFixture agent(int id, String username, @Nullable String email) {
        Staff row = new Staff();
        row.id = id;
        row.username = username;
        row.email = email;
        agents.add(row);
        return this;
    }

    public ReferenceFixture team(int id, String name) {
        Team row = new Team();
        row.id = id;
        row.name = name;
        teams.add(row);
        return this;
    }

    /** @param flags 2: deleted */
    public ReferenceFixture form(int id, String type, int flags) {
        Form row = new Form();
        row.id = id;
        row.type = type;
        row.flags = flags;
        forms.add(row);
        return this;
    }

    /** @param flags 1: enabled */
    public ReferenceFixture field(int form, int id, String name, int flags) {
        FormField row = new FormField();
        row.id = id;
        row.formId = form;
        row.name = name;
        row.flags = flags;
        fields.computeIfAbsent(form, key -> new ArrayList<>()).add(row);
        return this;
    }

    public Reference build() {
        return new Reference(
                new HelpDeskConfig(Map.of("core", Map.of("default_priority_id", "2"))),
                new RowsById<>(departments, row -> row.id),
                new RowsById<>(topics, row -> row.id),
                Map.of(),
                new RowsById<>(statuses, row -> row.id),
                new RowsById<>(priorities, row -> row.id),
                new RowsById<>(serviceLevels, row -> row.id),
                new RowsById<>(List.of(), row -> 0),
                Map.of(),
                new RowsById<>(agents, row -> row.id),
                List.of(),
                new RowsById<>(teams, row -> row.id),
                new RowsById<>(forms, row -> row.id),
                fields,
                new RowsById<>(List.of(), row -> 0),
                new RowsById<>(List.of(), row -> 0),
                Map.of(),
                Map.of(),
                new RowsById<>(List.of(), row -> 0),
                new RowsById<>(List.of(), row -> 0),
                List.of(),
                new RowsById<>(List.of(), row -> 0),
                List.of(),
                List.of(),
                List.of("subject", "priority"),
                List.of(),
                1);
    }
}
