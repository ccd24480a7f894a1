package dev.ticketwire.query.fields;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Form;
import dev.ticketwire.osticket.schema.FormField;
import java.util.List;

/**
 * Where a ticket's subject and priority are answered: the fields of these names in the form of type {@code T}. Ids are
 * 0 where there is none; no answer has such an id.
 */
public record TicketForm(int id, int subjectField, int priorityField) {

    public static TicketForm of(Reference reference) {
        Form form = reference.forms().first(f -> f.type.equals("T"));
        if (form == null) {
            return new TicketForm(0, 0, 0);
        }
        List<FormField> fields = reference.formFields().getOrDefault(form.id, List.of());
        return new TicketForm(form.id, field(fields, "subject"), field(fields, "priority"));
    }

    private static int field(List<FormField> fields, String name) {
        return fields.stream()
                .filter(field -> name.equals(field.name))
                .mapToInt(field -> field.id)
                .findFirst()
                .orElse(0);
    }
}
