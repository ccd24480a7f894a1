package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.form.FormEntry;
import dev.ticketwire.command.ticket.ClosingRules;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The status of a new ticket. It starts in the help desk's default; any other status is a separate change, and a closed
 * one requires all answers that closing requires.
 *
 * @param open whether it is open, so that the ticket can be assigned
 * @param closed whether it was closed by the change
 * @param event the change in the history; null without one
 */
record InitialStatus(
        int id, boolean open, boolean closed, @Nullable ThreadEvent event) {

    /** @param disabled fields that the help topic disables: they need no answer */
    static InitialStatus of(
            EffectiveRouting routing, List<FormEntry> forms, Set<Integer> disabled, Reference reference) {
        int initial = reference.config().number("default_ticket_status_id");
        TicketStatus wanted = reference.statuses().get(routing.status());
        boolean closes = wanted != null && wanted.isClosed();
        if (wanted == null || wanted.id == initial || closes && !isClosable(routing, forms, disabled, reference)) {
            TicketStatus status = reference.statuses().get(initial);
            return new InitialStatus(initial, status == null || status.isOpen(), false, null);
        }
        return closes
                ? new InitialStatus(wanted.id, false, true, event("closed", ThreadEvent.closed(wanted.id, wanted.name)))
                : new InitialStatus(wanted.id, true, false, event("edited", ThreadEvent.status(wanted.id)));
    }

    private static ThreadEvent event(String type, String data) {
        return ThreadEvent.bySystem(type, 0, 0, data);
    }

    private static boolean isClosable(
            EffectiveRouting routing, List<FormEntry> forms, Set<Integer> disabled, Reference reference) {
        boolean missing = forms.stream()
                .flatMap(form -> form.answers().stream())
                .anyMatch(answer -> answer.value() == null
                        && answer.field().isRequiredToClose()
                        && !disabled.contains(answer.field().id));
        return ClosingRules.objection(missing, 0, routing.topicId(), reference) == null;
    }
}
