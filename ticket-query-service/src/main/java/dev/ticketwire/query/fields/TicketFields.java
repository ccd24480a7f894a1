package dev.ticketwire.query.fields;

import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.rest.render.DocumentWriter;
import java.io.IOException;
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

    /** The columns of {@code t} that {@link #read} needs; it needs those of {@link TicketAnswers}, too. */
    private static final String COLUMNS = """
            t.ticket_id, t.number, t.status_id, t.dept_id, t.topic_id, t.staff_id, t.team_id, t.sla_id,
              t.created, t.updated, t.duedate, t.closed, t.isoverdue, t.isanswered, t.source""";

    /** The columns that {@link #read} needs. */
    public static String columns(TicketAnswers answers) {
        return COLUMNS + ", " + answers.columns;
    }

    /**
     * Reads the current row of a statement that selects {@link #columns}.
     *
     * @throws UnknownStatusException if the snapshot does not know the ticket's status
     */
    public static TicketFields read(ResultSet row, ReferenceNames names) throws SQLException {
        if (row.getLong("answered") == 0) {
            throw new TicketAnswers.NotInCustomDataException();
        }
        TicketStatus status = names.status(row.getInt("status_id"));
        String subject = row.getString("subject");
        return new TicketFields(
                row.getLong("ticket_id"),
                row.getString("number"),
                subject == null ? "" : subject,
                status.state,
                TicketReferences.read(row, status, names),
                TicketTimes.read(row, status),
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
