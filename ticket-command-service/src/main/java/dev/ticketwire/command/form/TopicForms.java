package dev.ticketwire.command.form;

import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.HelpTopicForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of a help topic, in order. */
public final class TopicForms {

    /**
     * A form of the topic.
     *
     * @param sort its position, from 0
     * @param disabled fields that accept no answer
     * @param extra {@code {"disable":[…]}}
     */
    public record Attached(FormRules form, int sort, Set<Integer> disabled, String extra) {}

    public static final TopicForms NONE = new TopicForms(List.of());

    private final List<Attached> forms;

    private TopicForms(List<Attached> forms) {
        this.forms = forms;
    }

    static TopicForms of(List<HelpTopicForm> rows, Reference reference) {
        List<Attached> forms = new ArrayList<>();
        for (HelpTopicForm row : rows) {
            List<Integer> disabled = disabled(row.extra);
            forms.add(new Attached(
                    FormRules.of(row.formId, reference),
                    forms.size(),
                    new HashSet<>(disabled),
                    "{\"disable\":" + PhpJson.write(disabled) + "}"));
        }
        return new TopicForms(forms);
    }

    /** @param topic help topic id */
    public static TopicForms ofTopic(int topic, Reference reference) {
        return of(reference.topicForms().getOrDefault(topic, List.of()), reference);
    }

    public List<Attached> forms() {
        return forms;
    }

    /** All fields that one of the forms disables. */
    public Set<Integer> disabled() {
        Set<Integer> ids = new HashSet<>();
        forms.forEach(form -> ids.addAll(form.disabled));
        return ids;
    }

    /** @param extra {@code {"disable":[…]}}, null for none */
    public static List<Integer> disabled(@Nullable String extra) {
        return StoredJson.read(extra).numbers("disable");
    }
}
