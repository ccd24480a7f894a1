package dev.ticketwire.query.fields;

import dev.ticketwire.osticket.reference.Reference;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/**
 * Where a statement reads the subject and the priority of tickets {@code t}. osTicket keeps the answers of the ticket
 * form twice: as rows of {@code form_entry_values}, and in {@code ticket__cdata}, one row for each ticket, which costs a
 * statement one look-up instead of three. The second is a copy that osTicket drops and makes again when the form has
 * changed; meanwhile, and for a ticket that has no row in it, the first is read.
 */
public enum TicketAnswers {
    CUSTOM_DATA(
            "answers.ticket_id AS answered, answers.subject, answers.priority AS priority_id",
            "  LEFT JOIN {ticket__cdata} answers ON answers.ticket_id = t.ticket_id\n"),
    FORM("t.ticket_id AS answered, subject.value AS subject, priority.value_id AS priority_id", """
              LEFT JOIN {form_entry} f ON f.object_type = 'T' AND f.object_id = t.ticket_id AND f.form_id = ?
              LEFT JOIN {form_entry_values} subject ON subject.entry_id = f.id AND subject.field_id = ?
              LEFT JOIN {form_entry_values} priority ON priority.entry_id = f.id AND priority.field_id = ?
            """);

    private static final Set<Integer> NO_SUCH_TABLE_OR_COLUMN = Set.of(1146, 1054);

    /** Of a select list. */
    final String columns;

    private final String joins;

    TicketAnswers(String columns, String joins) {
        this.columns = columns;
        this.joins = joins;
    }

    /** Statements that read tickets. May run twice. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(TicketAnswers answers) throws SQLException;
    }

    /** A ticket has no row in {@code ticket__cdata}. */
    static final class NotInCustomDataException extends SQLException {
        private static final long serialVersionUID = 1;

        NotInCustomDataException() {
            super("a ticket has no custom data");
        }
    }

    /** Reads from the custom data if they have all that is asked for, else from the form. */
    public static <T> T read(Reference reference, Reading<T> reading) throws SQLException {
        if (TicketForm.of(reference).isInCustomData()) {
            try {
                return reading.from(CUSTOM_DATA);
            } catch (NotInCustomDataException e) {
                return reading.from(FORM);
            } catch (SQLException e) {
                if (!NO_SUCH_TABLE_OR_COLUMN.contains(e.getErrorCode())) {
                    throw e;
                }
            }
        }
        return reading.from(FORM);
    }

    /** Parameters: {@link #bind}. */
    public String joins() {
        return joins;
    }

    /**
     * Sets the parameters of the joins.
     *
     * @param from index of the first
     * @return the index after the last
     */
    public int bind(PreparedStatement statement, int from, Reference reference) throws SQLException {
        if (this == CUSTOM_DATA) {
            return from;
        }
        TicketForm form = TicketForm.of(reference);
        statement.setInt(from, form.id());
        statement.setInt(from + 1, form.subjectField());
        statement.setInt(from + 2, form.priorityField());
        return from + 3;
    }
}
