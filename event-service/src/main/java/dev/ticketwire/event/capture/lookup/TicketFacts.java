package dev.ticketwire.event.capture.lookup;

import dev.ticketwire.event.capture.row.AnswerRow;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import org.jspecify.annotations.Nullable;

/**
 * What the rows say about a ticket at one moment.
 *
 * @param priority id; 0 for none
 */
public record TicketFacts(TicketRow row, @Nullable String subject, long priority) {

    /** The facts after a step. A deleted ticket keeps its last facts. */
    public TicketFacts after(Step step, TicketForm form) {
        if (step.after(TicketRow.class) instanceof TicketRow after && after.id() == row.id()) {
            return new TicketFacts(after, subject, priority);
        }
        if (step.row() instanceof AnswerRow answer) {
            AnswerRow after = step.after(AnswerRow.class);
            if (answer.field() == form.subjectField()) {
                return new TicketFacts(row, after == null ? null : after.value(), priority);
            }
            if (answer.field() == form.priorityField()) {
                return new TicketFacts(row, subject, after == null ? 0 : after.valueId());
            }
        }
        return this;
    }
}
