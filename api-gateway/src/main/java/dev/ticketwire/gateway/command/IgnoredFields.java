package dev.ticketwire.gateway.command;

import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.osticket.form.FieldAnswer;
import dev.ticketwire.osticket.form.HelpDeskForm;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.schema.FormField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of a request on one of the plugin's paths that the command does not use. The plugin ignores unknown
 * fields, so they are not an error. A create may answer any field of any form; which of them the ticket has is known
 * only when the command is applied.
 */
@ApplicationScoped
class IgnoredFields {
    private final Supplier<@Nullable Reference> references;
    private volatile @Nullable FormFieldNames lastNames;

    /** Names of form fields, derived from one reference snapshot. */
    private record FormFieldNames(Reference reference, Set<String> names) {}

    @Inject
    IgnoredFields(ReferenceSnapshot snapshot) {
        this(() -> snapshot.isAvailable() ? snapshot.current() : null);
    }

    /** @param references supplies null while no reference snapshot has been read */
    IgnoredFields(Supplier<@Nullable Reference> references) {
        this.references = references;
    }

    /** The names; empty on short paths, which have their own rules. */
    List<String> of(RequestTarget target, Map<String, @Nullable Object> sent) {
        if (!target.legacy()) {
            return List.of();
        }
        return switch (target.known()) {
            case CREATE -> OpenTicketReader.ignored(sent, this::isFormField);
            case UPDATE -> UpdateTicketReader.ignored(sent);
            case LINK -> LinkTicketReader.ignored(sent);
            default -> List.of();
        };
    }

    /** True for any name while no reference snapshot has been read. */
    private boolean isFormField(String name) {
        Reference reference = references.get();
        return reference == null || formFields(reference).contains(name);
    }

    private Set<String> formFields(Reference reference) {
        FormFieldNames names = lastNames;
        if (names == null || names.reference != reference) {
            names = new FormFieldNames(reference, names(reference));
            lastNames = names;
        }
        return names.names;
    }

    private static Set<String> names(Reference reference) {
        Set<String> names = new HashSet<>();
        for (int form : ticketForms(reference)) {
            for (FormField field : HelpDeskForm.ofId(form, reference).enabledFields()) {
                if (FieldAnswer.hasAnswer(field.type)) {
                    names.add(field.answerName());
                }
            }
        }
        return Set.copyOf(names);
    }

    /** Forms of tickets and users, and those of help topics. */
    private static Set<Integer> ticketForms(Reference reference) {
        Set<Integer> forms = new HashSet<>();
        forms.add(HelpDeskForm.ofTickets(reference).id());
        forms.add(HelpDeskForm.ofType(HelpDeskForm.USER, reference).id());
        reference.topicForms().values().forEach(attached -> attached.forEach(form -> forms.add(form.formId)));
        return forms;
    }
}
