package dev.ticketwire.command.create;

import dev.ticketwire.command.create.form.Answered;
import dev.ticketwire.command.create.form.FormEntry;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.osticket.text.PhpJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The status a new ticket gets. It starts in the help desk's default; every other one is a change of its own, and a closed
 * one must not leave answers open that closing needs.
 *
 * @param open whether it is open, so that the ticket can be assigned
 * @param closed whether it was closed by the change
 * @param event what the history says about the change; null without one
 */
record StatusChoice(
        int id, boolean open, boolean closed, @Nullable ThreadEvent event) {

    /** @param disabled fields that the help topic switches off: they need no answer */
    static StatusChoice of(Relations relations, List<FormEntry> forms, Set<Integer> disabled, Reference reference) {
        int initial = reference.config().number("default_ticket_status_id");
        TicketStatus wanted = reference.statuses().get(relations.status());
        boolean closes = wanted != null && wanted.isClosed();
        if (wanted == null || wanted.id == initial || closes && !isClosable(relations, forms, disabled, reference)) {
            TicketStatus status = reference.statuses().get(initial);
            return new StatusChoice(initial, status == null || status.isOpen(), false, null);
        }
        return closes
                ? new StatusChoice(
                        wanted.id, false, true, ThreadEvent.status("closed", data(List.of(wanted.id, wanted.name))))
                : new StatusChoice(wanted.id, true, false, ThreadEvent.status("edited", data(wanted.id)));
    }

    private static boolean isClosable(
            Relations relations, List<FormEntry> forms, Set<Integer> disabled, Reference reference) {
        if (reference.config().flag("require_topic_to_close") && relations.topic() == null) {
            return false;
        }
        for (FormEntry form : forms) {
            for (Answered answer : form.answers()) {
                if (answer.value() == null
                        && answer.field().isRequiredToClose()
                        && !disabled.contains(answer.field().id)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String data(Object status) {
        return PhpJson.write(Map.of("status", status));
    }
}
