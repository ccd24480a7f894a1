package dev.ticketwire.query.fields;

import dev.ticketwire.osticket.form.HelpDeskForm;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.FormField;
import java.util.List;

/**
 * Where a ticket's subject and priority are answered: the fields of these names in the form of type {@code T}. Ids are
 * 0 where there is none; no answer has such an id.
 *
 * @param isInCustomData whether {@code ticket__cdata} has a column for both, that holds the text of the subject and the
 *     id of the priority: those of other kinds of fields hold something else
 */
record TicketForm(int id, int subjectField, int priorityField, boolean isInCustomData) {

    static TicketForm of(Reference reference) {
        HelpDeskForm form = HelpDeskForm.ofTickets(reference);
        boolean isInCustomData = reference.ticketColumns().containsAll(List.of("subject", "priority"))
                && has(form, "subject", "text")
                && has(form, "priority", "priority");
        return new TicketForm(form.id(), form.fieldId("subject"), form.fieldId("priority"), isInCustomData);
    }

    /** Whether exactly one field has the name, and is of this kind. */
    private static boolean has(HelpDeskForm form, String name, String type) {
        return form.fields().stream().filter(field -> name.equals(field.name)).allMatch(field -> isUsed(field, type))
                && form.fields().stream()
                                .filter(field -> name.equals(field.name))
                                .count()
                        == 1;
    }

    private static boolean isUsed(FormField field, String type) {
        return field.isEnabled() && type.equals(field.type);
    }
}
