package dev.ticketwire.query.search;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.query.ticket.TicketForm;
import dev.ticketwire.query.ticket.TicketNames;
import dev.ticketwire.query.ticket.Times;
import dev.ticketwire.rest.Form;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a list shows of a ticket: the plugin's members, and behind them those that it left out. */
final class TicketRows {
    private static final String SQL = """
            SELECT STRAIGHT_JOIN t.ticket_id, t.number, subject.value AS subject, s.id AS status_id, s.name AS status,
              s.state, priority.value_id AS priority_id, t.dept_id, t.topic_id, t.staff_id, t.team_id, t.sla_id,
              t.created, t.updated, t.duedate, t.closed, t.isoverdue, t.isanswered, t.source%s
            FROM (%s) page
              JOIN {ticket} t ON t.ticket_id = page.ticket_id
              JOIN {ticket_status} s ON s.id = t.status_id
              LEFT JOIN {form_entry} f ON f.object_type = 'T' AND f.object_id = t.ticket_id AND f.form_id = ?
              LEFT JOIN {form_entry_values} subject ON subject.entry_id = f.id AND subject.field_id = ?
              LEFT JOIN {form_entry_values} priority ON priority.entry_id = f.id AND priority.field_id = ?
            %sORDER BY %s""";

    private static final String OWNER_COLUMNS = ", u.id AS user_id, u.name AS user_name, e.address AS user_email";
    private static final String OWNER = """
              LEFT JOIN {user} u ON u.id = t.user_id
              LEFT JOIN {user_email} e ON e.id = u.default_email_id
            """;

    private TicketRows() {}

    /**
     * @param page selects the {@code ticket_id} of every row
     * @param order of the rows, as in {@code page}
     */
    static String sql(String page, String order) {
        return TablePrefix.named(SQL.formatted("", page, "", order));
    }

    /** As {@link #sql}, with what {@link #writeMore} needs. A parent that the caller may not see is none. */
    static String sqlWithOwner(String page, String order, Departments visible) {
        // Numbers, by their type.
        String parent = visible.areAll()
                ? "t.ticket_pid"
                : "(SELECT p.ticket_id FROM {ticket} p WHERE p.ticket_id = t.ticket_pid AND p.dept_id IN (" + visible
                        + "))";
        String more = ", " + parent + " AS ticket_pid" + OWNER_COLUMNS;
        return TablePrefix.named(SQL.formatted(more, page, OWNER, order));
    }

    /** Sets what follows the values of the page. */
    static void bind(PreparedStatement statement, int from, Reference reference) throws SQLException {
        TicketForm fields = TicketForm.of(reference);
        statement.setInt(from, fields.id());
        statement.setInt(from + 1, fields.subjectField());
        statement.setInt(from + 2, fields.priorityField());
    }

    static void write(ResultSet row, TicketNames names, Form form) throws SQLException {
        String subject = row.getString("subject");
        form.name("id").number(row.getLong("ticket_id"));
        form.name("number").text(row.getString("number"));
        form.name("subject").text(subject == null ? "" : subject);
        form.name("statusId").number(row.getInt("status_id"));
        form.name("status").text(row.getString("status"));
        names.priority(form, row.getInt("priority_id"));
        names.department(form, row.getInt("dept_id"));
        names.topic(form, row.getInt("topic_id"));
        form.name("created").text(Times.shown(row.getString("created")));
        form.name("updated").text(Times.shown(row.getString("updated")));
        form.name("dueDate").text(Times.shown(row.getString("duedate")));
        names.agent(form, row.getInt("staff_id"));
        names.team(form, row.getInt("team_id"));
        names.serviceLevel(form, row.getInt("sla_id"));
        form.name("isOverdue").flag(row.getBoolean("isoverdue"));
        form.name("isAnswered").flag(row.getBoolean("isanswered"));
    }

    /** State, close time, source, parent and owner, each as in a get. */
    static void writeMore(ResultSet row, TicketNames names, Form form) throws SQLException {
        String state = row.getString("state");
        form.name("state").text(state);
        form.name("closed").text("closed".equals(state) ? Times.shown(row.getString("closed")) : null);
        form.name("source").text(row.getString("source"));
        orNothing(form.name("parentId"), row.getLong("ticket_pid"));
        orNothing(form.name("userId"), row.getLong("user_id"));
        form.name("user").object().name("name").text(names.user(row.getString("user_name")));
        form.name("email").text(row.getString("user_email")).end();
    }

    private static void orNothing(Form form, long id) {
        if (id == 0) {
            form.nothing();
        } else {
            form.number(id);
        }
    }
}
