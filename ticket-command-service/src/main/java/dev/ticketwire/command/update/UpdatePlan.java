package dev.ticketwire.command.update;

import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.change.TicketChange;
import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.UpdateTicket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All changes that one command makes; not written yet. */
final class UpdatePlan extends TicketChange {
    final TicketForms forms;
    final Map<TicketForms.Field, AnsweredField> answers = new LinkedHashMap<>();

    /** The command that makes them. */
    @Nullable
    Received<UpdateTicket> command;

    @Nullable
    InternalNote note;

    /** Id of the note's entry; 0 before it is written, or without one. */
    int noteId;

    UpdatePlan(TicketRow row, int thread, TicketForms forms) {
        super(row, thread);
        this.forms = forms;
    }
}
