package dev.ticketwire.command.update;

import dev.ticketwire.command.change.TicketChange;
import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.ticket.TicketRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything one command changes. */
final class UpdatePlan extends TicketChange {
    final TicketForms forms;
    final Map<TicketForms.Place, AnsweredField> answers = new LinkedHashMap<>();

    @Nullable
    InternalNote note;

    UpdatePlan(TicketRow row, int thread, TicketForms forms) {
        super(row, thread);
        this.forms = forms;
    }
}
