package dev.ticketwire.event.capture.lookup;

import dev.ticketwire.osticket.form.HelpDeskForm;
import dev.ticketwire.osticket.reference.Reference;

/**
 * Where a ticket's subject and priority are answered: the fields of these names in the form of type {@code T}. Ids are
 * 0 where there is none; no answer has such an id.
 */
public record TicketForm(long id, long subjectField, long priorityField) {

    public static TicketForm of(Reference reference) {
        HelpDeskForm form = HelpDeskForm.ofTickets(reference);
        return new TicketForm(form.id(), form.fieldId("subject"), form.fieldId("priority"));
    }
}
