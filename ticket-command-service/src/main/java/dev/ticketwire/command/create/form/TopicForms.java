package dev.ticketwire.command.create.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.command.settings.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.HelpTopicForm;
import dev.ticketwire.osticket.text.PhpJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The forms of a help topic, in order. */
public final class TopicForms {

    /**
     * One of them.
     *
     * @param sort its place, from 0
     * @param disabled fields that take no answer here
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
            List<Integer> disabled = disabled(StoredJson.read(row.extra));
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

    private static List<Integer> disabled(JsonNode extra) {
        List<Integer> ids = new ArrayList<>();
        extra.path("disable").forEach(id -> ids.add(id.asInt()));
        return ids;
    }
}
