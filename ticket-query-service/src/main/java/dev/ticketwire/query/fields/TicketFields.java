package dev.ticketwire.query.fields;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.rest.render.DocumentWriter;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a ticket that get, list and search have in common.
 *
 * @param subject empty if the ticket has none
 * @param state of the ticket's status, such as {@code open} or {@code closed}
 * @param source such as {@code Web}, {@code Email} or {@code API}
 */
public record TicketFields(
        long id,
        @Nullable String number,
        String subject,
        @Nullable String state,
        TicketReferences references,
        TicketTimes times,
        boolean isOverdue,
        boolean isAnswered,
        @Nullable String source) {

    /** The columns that {@link #read} needs: of {@code t}, its status {@code s}, and {@link #FORM_JOINS}. */
    public static final String COLUMNS = """
            t.ticket_id, t.number, subject.value AS subject, s.id AS status_id, s.name AS status,
              s.state, priority.value_id AS priority_id, t.dept_id, t.topic_id, t.staff_id, t.team_id, t.sla_id,
              t.created, t.updated, t.duedate, t.closed, t.isoverdue, t.isanswered, t.source""";

    /** The ticket's answers for subject and priority. Parameters: {@link #bindForm}. */
    public static final String FORM_JOINS = """
              LEFT JOIN {form_entry} f ON f.object_type = 'T' AND f.object_id = t.ticket_id AND f.form_id = ?
              LEFT JOIN {form_entry_values} subject ON subject.entry_id = f.id AND subject.field_id = ?
              LEFT JOIN {form_entry_values} priority ON priority.entry_id = f.id AND priority.field_id = ?
            """;

    /**
     * Sets the parameters of {@link #FORM_JOINS}.
     *
     * @param from index of the first
     * @return the index after the last
     */
    public static int bindForm(PreparedStatement statement, int from, Reference reference) throws SQLException {
        TicketForm form = TicketForm.of(reference);
        statement.setInt(from, form.id());
        statement.setInt(from + 1, form.subjectField());
        statement.setInt(from + 2, form.priorityField());
        return from + 3;
    }

    /** Reads the current row of a statement that selects {@link #COLUMNS}. */
    public static TicketFields read(ResultSet row, ReferenceNames names) throws SQLException {
        String subject = row.getString("subject");
        return new TicketFields(
                row.getLong("ticket_id"),
                row.getString("number"),
                subject == null ? "" : subject,
                row.getString("state"),
                TicketReferences.read(row, names),
                TicketTimes.read(row),
                row.getBoolean("isoverdue"),
                row.getBoolean("isanswered"),
                row.getString("source"));
    }

    /** Writes the fields from {@code id} to {@code topic} of an object. */
    public void writeSubjectAndCategory(DocumentWriter out) throws IOException {
        out.field("id", id).field("number", number).field("subject", subject);
        references.status().writeTo(out, "statusId", "status");
        references.priority().writeTo(out, "priorityId", "priority");
        references.department().writeTo(out, "departmentId", "department");
        references.topic().writeTo(out, "topicId", "topic");
    }

    /** Writes the fields from {@code staffId} to {@code sla} of an object. */
    public void writeAssignment(DocumentWriter out) throws IOException {
        references.agent().writeTo(out, "staffId", "staff");
        references.team().writeTo(out, "teamId", "team");
        references.serviceLevel().writeTo(out, "slaId", "sla");
    }

    /** Writes the fields {@code isOverdue} and {@code isAnswered} of an object. */
    public void writeFlags(DocumentWriter out) throws IOException {
        out.field("isOverdue", isOverdue).field("isAnswered", isAnswered);
    }
}
