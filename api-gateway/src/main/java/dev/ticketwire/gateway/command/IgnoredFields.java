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
 * Members of a request on one of the plugin's paths that nothing is made of: the plugin ignores them, so they refuse
 * nothing. A create may answer any field of any form; which of them its ticket has, is known only when it is applied.
 */
@ApplicationScoped
class IgnoredFields {
    private final Supplier<@Nullable Reference> references;
    private volatile @Nullable Known known;

    private record Known(Reference reference, Set<String> fields) {}

    @Inject
    IgnoredFields(ReferenceSnapshot snapshot) {
        this(() -> snapshot.isAvailable() ? snapshot.current() : null);
    }

    /** @param references gives null while nothing is known about the help desk */
    IgnoredFields(Supplier<@Nullable Reference> references) {
        this.references = references;
    }

    /** By name; none on short paths, which have rules of their own. */
    List<String> of(RequestTarget target, Map<String, @Nullable Object> sent) {
        if (!target.legacy()) {
            return List.of();
        }
        return switch (target.known()) {
            case CREATE -> OpenTicketReader.ignored(sent, this::isField);
            case UPDATE -> UpdateTicketReader.ignored(sent);
            case LINK -> LinkTicketReader.ignored(sent);
            default -> List.of();
        };
    }

    /** While nothing is known about the forms, every name may be a field's. */
    private boolean isField(String name) {
        Reference reference = references.get();
        return reference == null || fields(reference).contains(name);
    }

    private Set<String> fields(Reference reference) {
        Known before = known;
        if (before == null || before.reference != reference) {
            before = new Known(reference, names(reference));
            known = before;
        }
        return before.fields;
    }

    private static Set<String> names(Reference reference) {
        Set<Integer> forms = new HashSet<>();
        forms.add(HelpDeskForm.ofTickets(reference).id());
        forms.add(HelpDeskForm.ofType(HelpDeskForm.USER, reference).id());
        reference.topicForms().values().forEach(attached -> attached.forEach(form -> forms.add(form.formId)));
        Set<String> names = new HashSet<>();
        for (int form : forms) {
            for (FormField field : HelpDeskForm.ofId(form, reference).enabledFields()) {
                if (FieldAnswer.hasAnswer(field.type)) {
                    names.add(field.answerName());
                }
            }
        }
        return Set.copyOf(names);
    }
}
