package dev.ticketwire.osticket.form;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Form;
import dev.ticketwire.osticket.schema.FormField;
import java.util.List;

/**
 * A form of the help desk, found by its type. Deleted forms ({@code form.flags} 2) are ignored; of several forms, the
 * one with the lowest id counts.
 *
 * @param id 0 if the help desk has no such form
 * @param fields its fields, disabled ones included, by {@code sort}, then id; empty if there is no such form
 */
public record HelpDeskForm(int id, List<FormField> fields) {
    /** {@code form.type} of the form that every ticket has. */
    public static final String TICKET = "T";

    /** {@code form.type} of the form that every user has. */
    public static final String USER = "U";

    /** The form of tickets. */
    public static HelpDeskForm ofTickets(Reference reference) {
        return ofType(TICKET, reference);
    }

    /**
     * @param type {@link #TICKET}, {@link #USER}, or {@code O} for organisations
     */
    public static HelpDeskForm ofType(String type, Reference reference) {
        Form form = reference.forms().first(candidate -> candidate.type.equals(type) && !candidate.isDeleted());
        return form == null ? new HelpDeskForm(0, List.of()) : ofId(form.id, reference);
    }

    /** The form with this id, deleted or not; without fields if there is none. */
    public static HelpDeskForm ofId(int id, Reference reference) {
        return new HelpDeskForm(id, reference.formFields().getOrDefault(id, List.of()));
    }

    /** The fields that are not disabled, in order. */
    public List<FormField> enabledFields() {
        return fields.stream().filter(FormField::isEnabled).toList();
    }

    /**
     * The id of the first field called {@code name}, including disabled fields, which may have stored answers.
     *
     * @return 0 if there is none
     */
    public int fieldId(String name) {
        return fields.stream()
                .filter(field -> name.equals(field.name))
                .mapToInt(field -> field.id)
                .findFirst()
                .orElse(0);
    }
}
