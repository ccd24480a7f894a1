package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.Visible;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.rest.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One ticket with everything in it. Two statements; a third where the number is no ticket's but may be an id, one where
 * it has children, and one where an entry has attachments.
 */
@ApplicationScoped
class TicketReader {
    /** The order of the tables is the only sensible one; saying so saves the optimizer the search. */
    private static final String TICKET = TablePrefix.named("""
            SELECT STRAIGHT_JOIN t.ticket_id, t.number, subject.value AS subject, s.id AS status_id, s.name AS status,
              s.state, priority.value_id AS priority_id, t.dept_id, t.topic_id, t.staff_id, t.team_id, t.sla_id,
              t.created, t.updated, t.duedate, t.closed, t.isoverdue, t.isanswered, t.source, t.ip_address,
              u.id AS user_id, u.name AS user_name, e.address AS user_email, th.id AS thread_id,
              (SELECT c.ticket_id FROM {ticket} c WHERE c.ticket_pid = t.ticket_id LIMIT 1) AS a_child
            FROM {ticket} t
              JOIN {ticket_status} s ON s.id = t.status_id
              LEFT JOIN {user} u ON u.id = t.user_id
              LEFT JOIN {user_email} e ON e.id = u.default_email_id
              LEFT JOIN {thread} th ON th.object_id = t.ticket_id AND th.object_type IN ('T', 'C')
              LEFT JOIN {form_entry} f ON f.object_type = 'T' AND f.object_id = t.ticket_id AND f.form_id = ?
              LEFT JOIN {form_entry_values} subject ON subject.entry_id = f.id AND subject.field_id = ?
              LEFT JOIN {form_entry_values} priority ON priority.entry_id = f.id AND priority.field_id = ?
            """);

    private static final String BY_NUMBER = TICKET + "WHERE t.number = ?%s ORDER BY t.ticket_id LIMIT 1";
    private static final String BY_ID = TICKET + "WHERE t.ticket_id = ?%s LIMIT 1";
    private static final String CHILDREN = TablePrefix.named("""
            SELECT c.ticket_id FROM {ticket} c JOIN {ticket_status} s ON s.id = c.status_id
            WHERE c.ticket_pid = ?%s ORDER BY c.ticket_id""");

    private final HelpDeskReads reads;
    private final ReferenceSnapshot snapshot;

    TicketReader(HelpDeskReads reads, ReferenceSnapshot snapshot) {
        this.reads = reads;
        this.snapshot = snapshot;
    }

    /**
     * @param number a ticket's number
     * @param orId whether, where no ticket has the number and it is all digits, it may be a ticket's id
     * @param caller who is shown only what it may see
     * @param accept the form wanted, see {@link Form#accepted}
     * @return empty if there is no such ticket
     */
    Optional<Form> read(String number, boolean orId, Identity caller, @Nullable String accept) {
        Reference reference = snapshot.current();
        return reads.readByText(Optional.empty(), connection -> {
            Form form = Form.accepted(accept);
            boolean isFound = write(connection, BY_NUMBER, number, caller, reference, form)
                    || orId && TicketId.isOne(number) && write(connection, BY_ID, number, caller, reference, form);
            return isFound ? Optional.of(form) : Optional.empty();
        });
    }

    private static boolean write(
            Connection connection, String sql, String key, Identity caller, Reference reference, Form form)
            throws SQLException {
        Departments visible = caller.departments();
        TicketForm fields = TicketForm.of(reference);
        try (PreparedStatement statement =
                connection.prepareStatement(sql.formatted(Visible.and("t.dept_id", visible)))) {
            statement.setInt(1, fields.id());
            statement.setInt(2, fields.subjectField());
            statement.setInt(3, fields.priorityField());
            statement.setString(4, key);
            Visible.bind(statement, 5, visible);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                TicketNames names = new TicketNames(reference);
                ticket(row, names, form.object());
                children(connection, row, visible, form.name("children").list());
                Entries.ofThread(connection, row.getLong("thread_id"), caller).write(form.name("thread"), names);
                form.end();
                return true;
            }
        }
    }

    private static void ticket(ResultSet row, TicketNames names, Form form) throws SQLException {
        String subject = row.getString("subject");
        form.name("id").number(row.getLong("ticket_id"));
        form.name("number").text(row.getString("number"));
        form.name("subject").text(subject == null ? "" : subject);
        form.name("statusId").number(row.getInt("status_id"));
        form.name("status").text(row.getString("status"));
        names.priority(form, row.getInt("priority_id"));
        names.department(form, row.getInt("dept_id"));
        names.topic(form, row.getInt("topic_id"));
        user(row, names, form);
        names.agent(form, row.getInt("staff_id"));
        names.team(form, row.getInt("team_id"));
        names.serviceLevel(form, row.getInt("sla_id"));
        form.name("created").text(Times.shown(row.getString("created")));
        form.name("updated").text(Times.shown(row.getString("updated")));
        form.name("duedate").text(Times.shown(row.getString("duedate")));
        form.name("closed").text("closed".equals(row.getString("state")) ? Times.shown(row.getString("closed")) : null);
        form.name("isOverdue").flag(row.getBoolean("isoverdue"));
        form.name("isAnswered").flag(row.getBoolean("isanswered"));
        form.name("source").text(row.getString("source"));
        form.name("ip").text(row.getString("ip_address"));
    }

    private static void user(ResultSet row, TicketNames names, Form form) throws SQLException {
        int id = row.getInt("user_id");
        if (id == 0) {
            form.name("userId").nothing();
        } else {
            form.name("userId").number(id);
        }
        form.name("user").object().name("name").text(names.user(row.getString("user_name")));
        form.name("email").text(row.getString("user_email")).end();
    }

    private static void children(Connection connection, ResultSet ticket, Departments visible, Form form)
            throws SQLException {
        if (ticket.getLong("a_child") != 0) {
            String sql = CHILDREN.formatted(Visible.and("c.dept_id", visible));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, ticket.getLong("ticket_id"));
                Visible.bind(statement, 2, visible);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        form.number(row.getLong(1));
                    }
                }
            }
        }
        form.end();
    }
}
