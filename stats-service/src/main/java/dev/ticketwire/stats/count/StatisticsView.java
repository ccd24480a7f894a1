package dev.ticketwire.stats.count;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of tickets in all, by department and by agent. Departments are grouped by name, in the byte order of the
 * names; those of the same name count as one.
 */
final class StatisticsView implements View {
    private static final Comparator<String> BYTE_ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final TicketCounts all = new TicketCounts();
    private final SortedMap<String, TicketCounts> departments = new TreeMap<>(BYTE_ORDER);
    private final Map<Integer, AgentCounts> agents = new HashMap<>();

    /** The tickets of an agent. */
    private record AgentCounts(int id, String name, TicketCounts all, SortedMap<String, TicketCounts> departments)
            implements View {
        AgentCounts(int id, String name) {
            this(id, name, new TicketCounts(), new TreeMap<>(BYTE_ORDER));
        }

        @Override
        public void writeTo(DocumentWriter out) throws IOException {
            out.startObject().field("staff_id", id).field("staff_name", name);
            out.field("total", all.total()).field("departments").startMap();
            for (Map.Entry<String, TicketCounts> department : departments.entrySet()) {
                department.getValue().writeByState(out.startEntry(department.getKey()));
                out.end();
            }
            out.end().end();
        }
    }

    /** Tickets whose status does not exist are not counted. */
    static StatisticsView sum(Map<TicketGroup, Long> counts, Departments visible, Reference reference) {
        StatisticsView statistics = new StatisticsView();
        PersonNames names = new PersonNames(reference);
        counts.forEach((group, count) -> {
            TicketStatus status = reference.statuses().get(group.statusId());
            if (status != null && visible.include(group.departmentId())) {
                statistics.add(group, count, status.isClosed(), reference, names);
            }
        });
        return statistics;
    }

    private void add(TicketGroup group, long count, boolean areClosed, Reference reference, PersonNames names) {
        String department = departmentName(group.departmentId(), reference);
        all.add(count, areClosed, group.isOverdue());
        inDepartment(departments, department).add(count, areClosed, group.isOverdue());
        String agentName = names.agent(reference.staff().get(group.staffId()));
        // Tickets of an agent who does not exist are counted everywhere else.
        if (agentName != null) {
            AgentCounts agent = agents.computeIfAbsent(group.staffId(), id -> new AgentCounts(id, agentName));
            agent.all.add(count, areClosed, group.isOverdue());
            inDepartment(agent.departments, department).add(count, areClosed, group.isOverdue());
        }
    }

    private static TicketCounts inDepartment(Map<String, TicketCounts> departments, String name) {
        return departments.computeIfAbsent(name, absent -> new TicketCounts());
    }

    /** Tickets of a department that does not exist count for the default department. */
    private static String departmentName(int id, Reference reference) {
        Department department = reference.departments().get(id);
        if (department == null) {
            department = reference.departments().get(reference.config().number("default_dept_id"));
        }
        return department == null ? "" : department.name;
    }

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        all.writeAll(out.startObject());
        out.field("by_department").startMap();
        for (Map.Entry<String, TicketCounts> department : departments.entrySet()) {
            department.getValue().writeAll(out.startEntry(department.getKey()));
            out.end();
        }
        out.end().field("by_staff").startArray();
        for (AgentCounts agent : agentsByName()) {
            agent.writeTo(out);
        }
        out.end().end();
    }

    private List<AgentCounts> agentsByName() {
        return agents.values().stream()
                .sorted(Comparator.comparing(AgentCounts::name, BYTE_ORDER).thenComparingInt(AgentCounts::id))
                .toList();
    }
}
