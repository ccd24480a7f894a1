package dev.ticketwire.seed;

import java.util.List;

/** The tables with rows of a ticket, and the columns that are written; custom-data columns come from the schema. */
enum SeededTable {
    USER("user", "id, org_id, default_email_id, status, name, created, updated"),
    USER_EMAIL("user_email", "id, user_id, flags, address"),
    USER_ANSWERS("user__cdata", "user_id"),
    TICKET(
            "ticket",
            "ticket_id, ticket_pid, number, user_id, status_id, dept_id, sla_id, topic_id, staff_id, team_id,"
                    + " ip_address, source, isoverdue, isanswered, duedate, est_duedate, reopened, closed, lastupdate,"
                    + " created, updated"),
    TICKET_ANSWERS("ticket__cdata", "ticket_id"),
    FORM_ENTRY("form_entry", "id, form_id, object_id, object_type, sort, created, updated"),
    FORM_VALUE("form_entry_values", "entry_id, field_id, value, value_id"),
    THREAD("thread", "id, object_id, object_type, lastresponse, lastmessage, created"),
    THREAD_ENTRY(
            "thread_entry",
            "id, pid, thread_id, staff_id, user_id, type, flags, poster, source, title, body, format, ip_address,"
                    + " created, updated"),
    THREAD_EVENT(
            "thread_event",
            "thread_id, thread_type, event_id, staff_id, team_id, dept_id, topic_id, data, username, uid, uid_type,"
                    + " annulled, timestamp"),
    ATTACHMENT("attachment", "object_id, type, file_id, inline"),
    SEARCH("_search", "object_type, object_id, title, content");

    private final String table;
    private final String columns;

    SeededTable(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    String name(String prefix) {
        return "`" + prefix + table + "`";
    }

    /** @param more custom-data columns */
    String columns(List<String> more) {
        StringBuilder all = new StringBuilder(columns);
        more.forEach(column -> all.append(", `").append(column).append('`'));
        return all.toString();
    }
}
