package dev.ticketwire.event.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** A small help desk without tickets, with the ids of the demo's: departments, agents, customers, forms. */
@NullUnmarked // rows: any column may be null
final class DemoDesk {
    static final long SUPPORT = 1;
    static final long SALES = 2;
    static final long ADA = 1;
    static final long BOB = 2;
    static final long ALICE = 1;
    static final long CLAIRE = 3;
    static final long OPEN = 1;
    static final long RESOLVED = 2;
    static final long CLOSED = 3;
    static final long LEVEL_ONE = 1;
    static final long SUBJECT = 20;
    static final long PRIORITY = 22;
    static final long ORDER_NUMBER = 36;
    static final long CHOICE = 37;
    static final long REPRODUCIBLE = 41;

    private static final String[] EVENTS = {
        "created",
        "closed",
        "reopened",
        "assigned",
        "released",
        "transferred",
        "referred",
        "overdue",
        "edited",
        "viewed",
        "error",
        "collab",
        "resent",
        "deleted",
        "merged",
        "unlinked",
        "linked"
    };

    private DemoDesk() {}

    static MemoryHelpDesk create() {
        Map<String, List<Map<String, Object>>> rows = new HashMap<>();
        add(rows, "department", Map.of("id", SUPPORT, "name", "Support", "flags", 4L, "sla_id", 0L));
        add(rows, "department", Map.of("id", SALES, "name", "Sales", "flags", 4L, "sla_id", 0L));
        add(rows, "help_topic", Map.of("topic_id", 1L, "topic", "General Inquiry", "sla_id", 0L));
        add(rows, "help_topic", Map.of("topic_id", 2L, "topic", "Feedback", "sla_id", 0L));
        add(rows, "ticket_status", Map.of("id", OPEN, "name", "Open", "state", "open"));
        add(rows, "ticket_status", Map.of("id", RESOLVED, "name", "Resolved", "state", "closed"));
        add(rows, "ticket_status", Map.of("id", CLOSED, "name", "Closed", "state", "closed"));
        add(rows, "ticket_priority", Map.of("priority_id", 2L, "priority_desc", "Normal", "priority", "normal"));
        add(rows, "ticket_priority", Map.of("priority_id", 4L, "priority_desc", "Emergency", "priority", "emergency"));
        add(rows, "sla", Map.of("id", 1L, "name", "Default SLA", "flags", 3L));
        add(rows, "sla", Map.of("id", 2L, "name", "Gold", "flags", 3L));
        add(rows, "staff", Map.of("staff_id", ADA, "firstname", "Ada", "lastname", "Admin", "username", "ostadmin"));
        add(rows, "staff", Map.of("staff_id", BOB, "firstname", "Bob", "lastname", "Builder", "username", "bob"));
        add(rows, "team", Map.of("team_id", LEVEL_ONE, "name", "Level I Support"));
        add(rows, "user", Map.of("id", ALICE, "name", "Alice Example"));
        add(rows, "user", Map.of("id", CLAIRE, "name", "Claire Acme"));
        add(rows, "form", Map.of("id", 2L, "type", "T", "flags", 1L));
        field(rows, SUBJECT, "text", "subject", "Issue Summary", "");
        field(rows, PRIORITY, "priority", "priority", "Priority Level", "");
        field(rows, ORDER_NUMBER, "text", "ordernumber", "Order Number", "");
        field(rows, CHOICE, "choices", "severity", "Severity", "{\"choices\":\"min:Minor\\nmaj:Major\"}");
        field(rows, REPRODUCIBLE, "bool", "reproducible", "Reproducible", "");
        add(rows, "config", Map.of("id", 1L, "namespace", "core", "key", "default_sla_id", "value", "1"));
        for (int i = 0; i < EVENTS.length; i++) {
            add(rows, "event", Map.of("id", i + 1L, "name", EVENTS[i]));
        }
        return new MemoryHelpDesk(rows);
    }

    private static void field(
            Map<String, List<Map<String, Object>>> rows,
            long id,
            String type,
            String name,
            String label,
            String configuration) {
        add(
                rows,
                "form_field",
                Map.of(
                        "id",
                        id,
                        "form_id",
                        2L,
                        "flags",
                        1L,
                        "type",
                        type,
                        "name",
                        name,
                        "label",
                        label,
                        "sort",
                        id,
                        "configuration",
                        configuration));
    }

    private static void add(Map<String, List<Map<String, Object>>> rows, String table, Map<String, Object> row) {
        rows.computeIfAbsent(table, name -> new ArrayList<>()).add(new LinkedHashMap<>(row));
    }
}
