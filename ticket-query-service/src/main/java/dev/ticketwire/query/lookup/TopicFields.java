package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.form.HelpDeskForm;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.HelpTopicForm;
import dev.ticketwire.rest.render.ListView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fields that a request under a help topic may answer: the enabled fields of the ticket form, then those of the
 * topic's other forms, in order; without fields that the topic disables, and without texts between fields.
 */
final class TopicFields {
    private static final Set<String> TEXTS = Set.of("break", "info");

    private final Reference reference;
    private final int ticketForm;

    TopicFields(Reference reference) {
        this.reference = reference;
        this.ticketForm = HelpDeskForm.ofTickets(reference).id();
    }

    ListView<FormFieldView> ofTopic(HelpTopic topic) {
        return new ListView<>(fields(topic)
                .map(field -> FormFieldView.ofField(field, reference))
                .toList());
    }

    private Stream<FormField> fields(HelpTopic topic) {
        List<HelpTopicForm> attached = reference.topicForms().getOrDefault(topic.id, List.of());
        Set<Integer> disabled = new HashSet<>();
        attached.forEach(form -> disabled.addAll(StoredJson.read(form.extra).numbers("disable")));
        return IntStream.concat(
                        IntStream.of(ticketForm),
                        attached.stream().mapToInt(form -> form.formId).filter(form -> form != ticketForm))
                .boxed()
                .flatMap(form -> reference.formFields().getOrDefault(form, List.of()).stream())
                .filter(field -> field.isEnabled() && !TEXTS.contains(field.type) && !disabled.contains(field.id));
    }
}
