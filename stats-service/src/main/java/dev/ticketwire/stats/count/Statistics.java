package dev.ticketwire.stats.count;

import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.rest.Form;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of all tickets. Departments go by name, so those of the same name count as one, in the byte order of the names. */
final class Statistics {
    private static final Comparator<String> BYTE_ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final Counts all = new Counts();
    private final SortedMap<String, Counts> departments = new TreeMap<>(BYTE_ORDER);
    private final Map<Integer, AgentCounts> agents = new HashMap<>();

    /** An agent's tickets. */
    private record AgentCounts(int id, String name, Counts all, SortedMap<String, Counts> departments) {}

    /** Tickets whose status does not exist are invisible. */
    static Statistics of(Map<Cell, Long> tickets, Reference reference) {
        Statistics statistics = new Statistics();
        PersonNames names = new PersonNames(reference);
        tickets.forEach((cell, count) -> {
            TicketStatus status = reference.statuses().get(cell.statusId());
            if (status != null) {
                statistics.add(cell, count, status, reference, names);
            }
        });
        return statistics;
    }

    private void add(Cell cell, long count, TicketStatus status, Reference reference, PersonNames names) {
        String department = departmentName(cell.departmentId(), reference);
        boolean isClosed = status.isClosed();
        all.add(count, isClosed, cell.isOverdue());
        departments.computeIfAbsent(department, d -> new Counts()).add(count, isClosed, cell.isOverdue());
        Staff staff = reference.staff().get(cell.staffId());
        String name = names.agent(staff);
        // Tickets of an agent that is gone count everywhere but here.
        if (name != null) {
            AgentCounts agent = agents.computeIfAbsent(
                    cell.staffId(), id -> new AgentCounts(id, name, new Counts(), new TreeMap<>(BYTE_ORDER)));
            agent.all.add(count, isClosed, cell.isOverdue());
            agent.departments.computeIfAbsent(department, d -> new Counts()).add(count, isClosed, cell.isOverdue());
        }
    }

    /** Tickets of a department that is gone count for the default department. */
    private static String departmentName(int id, Reference reference) {
        Department department = reference.departments().get(id);
        if (department == null) {
            department = reference.departments().get(reference.config().number("default_dept_id"));
        }
        return department == null ? "" : department.name;
    }

    void write(Form form) {
        form.object();
        all.writeWithTotal(form);
        form.name("by_department").namedObjects();
        departments.forEach((name, counts) -> {
            counts.writeWithTotal(form.namedObject(name));
            form.end();
        });
        form.end().name("by_staff").list();
        agents.values().stream()
                .sorted(Comparator.comparing(AgentCounts::name, BYTE_ORDER).thenComparingInt(AgentCounts::id))
                .forEach(agent -> write(agent, form));
        form.end().end();
    }

    private static void write(AgentCounts agent, Form form) {
        form.object().name("staff_id").number(agent.id).name("staff_name").text(agent.name);
        form.name("total").number(agent.all.total()).name("departments").namedObjects();
        agent.departments.forEach((name, counts) -> {
            counts.write(form.namedObject(name));
            form.end();
        });
        form.end().end();
    }
}
