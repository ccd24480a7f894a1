package dev.ticketwire.query.search;

import dev.ticketwire.answer.Form;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.query.ticket.TicketForm;
import dev.ticketwire.query.ticket.TicketNames;
import dev.ticketwire.query.ticket.Times;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A page of tickets in one statement: first the ids of the page, from an index where possible, then its rows. */
@ApplicationScoped
class SearchReader {
    /**
     * Tickets first and in order, so that the walk along the index of the order can stop when the page is full. A ticket
     * whose status does not exist is invisible.
     */
    private static final String PAGE = """
            SELECT STRAIGHT_JOIN t.ticket_id
            FROM {ticket} t JOIN {ticket_status} s ON s.id = t.status_id
            """;

    private static final String WITH_SUBJECT = """
            JOIN {ticket__cdata} c ON c.ticket_id = t.ticket_id AND c.subject LIKE ? ESCAPE '!'
            """;
    /** The one ticket that an API key calls by a name of its own. */
    private static final String NAMED = """
            SELECT STRAIGHT_JOIN t.ticket_id
            FROM ticketwire_external_id e
              JOIN {ticket} t ON t.ticket_id = e.ticket_id
              JOIN {ticket_status} s ON s.id = t.status_id
            WHERE e.api_key_id = ? AND e.external_id = ?
            """;

    private static final String ROWS = """
            SELECT STRAIGHT_JOIN t.ticket_id, t.number, subject.value AS subject, s.id AS status_id, s.name AS status,
              priority.value_id AS priority_id, t.dept_id, t.topic_id, t.staff_id, t.team_id, t.sla_id,
              t.created, t.updated, t.duedate, t.isoverdue, t.isanswered
            FROM (%s) page
              JOIN {ticket} t ON t.ticket_id = page.ticket_id
              JOIN {ticket_status} s ON s.id = t.status_id
              LEFT JOIN {form_entry} f ON f.object_type = 'T' AND f.object_id = t.ticket_id AND f.form_id = ?
              LEFT JOIN {form_entry_values} subject ON subject.entry_id = f.id AND subject.field_id = ?
              LEFT JOIN {form_entry_values} priority ON priority.entry_id = f.id AND priority.field_id = ?
            """;

    private final HelpDeskReads reads;

    SearchReader(HelpDeskReads reads) {
        this.reads = reads;
    }

    Form read(Search search, Reference reference, @Nullable String accept) {
        Form none = Form.accepted(accept).list().end();
        return reads.readByText(none, connection -> write(connection, search, reference, Form.accepted(accept)));
    }

    /** A list of the one ticket, or of none. */
    Form named(int apiKeyId, String externalId, Reference reference, @Nullable String accept) {
        return reads.read(connection -> {
            String sql = TablePrefix.named(ROWS.formatted(NAMED));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, apiKeyId);
                statement.setString(2, externalId);
                bind(statement, 3, TicketForm.of(reference));
                return list(statement, reference, Form.accepted(accept));
            }
        });
    }

    private static Form write(Connection connection, Search search, Reference reference, Form form)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(search))) {
            bind(statement, search, TicketForm.of(reference));
            return list(statement, reference, form);
        }
    }

    private static Form list(PreparedStatement statement, Reference reference, Form form) throws SQLException {
        TicketNames names = new TicketNames(reference);
        try (ResultSet row = statement.executeQuery()) {
            form.list();
            while (row.next()) {
                ticket(row, names, form.object());
                form.end();
            }
            return form.end();
        }
    }

    private static String sql(Search search) {
        String page = PAGE
                + (search.subject() == null ? "" : WITH_SUBJECT)
                + "WHERE TRUE"
                + (search.statusId() == null ? "" : " AND t.status_id = ?")
                + (search.departmentId() == null ? "" : " AND t.dept_id = ?")
                + " ORDER BY " + search.sort().order + " LIMIT ? OFFSET ?";
        return TablePrefix.named(ROWS.formatted(page) + "ORDER BY " + search.sort().order);
    }

    private static void bind(PreparedStatement statement, Search search, TicketForm fields) throws SQLException {
        int i = 1;
        if (search.subject() != null) {
            statement.setString(i++, "%" + search.subject().replaceAll("[!%_]", "!$0") + "%");
        }
        if (search.statusId() != null) {
            statement.setLong(i++, search.statusId());
        }
        if (search.departmentId() != null) {
            statement.setLong(i++, search.departmentId());
        }
        statement.setLong(i++, search.limit());
        statement.setLong(i++, search.offset());
        bind(statement, i, fields);
    }

    private static void bind(PreparedStatement statement, int from, TicketForm fields) throws SQLException {
        statement.setInt(from, fields.id());
        statement.setInt(from + 1, fields.subjectField());
        statement.setInt(from + 2, fields.priorityField());
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
        form.name("created").text(Times.shown(row.getString("created")));
        form.name("updated").text(Times.shown(row.getString("updated")));
        form.name("dueDate").text(Times.shown(row.getString("duedate")));
        names.agent(form, row.getInt("staff_id"));
        names.team(form, row.getInt("team_id"));
        names.serviceLevel(form, row.getInt("sla_id"));
        form.name("isOverdue").flag(row.getBoolean("isoverdue"));
        form.name("isAnswered").flag(row.getBoolean("isanswered"));
    }
}
