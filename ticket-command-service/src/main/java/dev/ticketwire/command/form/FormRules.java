package dev.ticketwire.command.form;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.form.FieldAnswer;
import dev.ticketwire.osticket.form.HelpDeskForm;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.ListItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The enabled fields of a form, and the rules for answers to them. */
public final class FormRules {
    private static final Function<String, @Nullable Object> NOTHING = name -> null;

    private final int id;
    private final List<FormField> fields;
    private final List<ListItem> items;
    private final Map<Integer, AnsweredField> unanswered = new HashMap<>();

    private FormRules(int id, List<FormField> fields, List<ListItem> items) {
        this.id = id;
        this.fields = fields;
        this.items = items;
        for (FormField field : stored()) {
            unanswered.put(field.id, answered(field, FieldAnswer.of(field, null, items)));
        }
    }

    /** The help desk's form of this type, e.g. {@code T} for tickets; a form without fields if there is none. */
    public static FormRules ofType(String type, Reference reference) {
        return of(HelpDeskForm.ofType(type, reference), reference);
    }

    public static FormRules of(int id, Reference reference) {
        return of(HelpDeskForm.ofId(id, reference), reference);
    }

    private static FormRules of(HelpDeskForm form, Reference reference) {
        return new FormRules(
                form.id(),
                form.enabledFields(),
                List.copyOf(reference.listItems().all()));
    }

    /** 0 if the help desk has no such form. */
    public int id() {
        return id;
    }

    /** Every enabled field, in order. */
    public List<FormField> fields() {
        return fields;
    }

    /** The ids of {@link #fields}. */
    public Set<Integer> fieldIds() {
        Set<Integer> ids = new HashSet<>();
        fields.forEach(field -> ids.add(field.id));
        return ids;
    }

    /** The field that shows the message; null if the form has none. */
    public @Nullable FormField messageField() {
        for (FormField field : fields) {
            if (field.type.equals("thread")) {
                return field;
            }
        }
        return null;
    }

    /** The stored answers of a form without answers in the request. */
    public List<AnsweredField> unanswered() {
        return answers(NOTHING, Set.of(), false, (field, errors) -> {});
    }

    /**
     * The answers to store, one for each field with an answer row, in order.
     *
     * @param sent JSON values by field name
     * @param disabled fields that accept no answer
     * @param strict whether invalid choices and dates are refused
     * @param errors receives the errors of a field
     * @throws Refused if {@code strict} and a choice or date is invalid
     */
    public List<AnsweredField> answers(
            Function<String, @Nullable Object> sent,
            Set<Integer> disabled,
            boolean strict,
            BiConsumer<FormField, List<String>> errors) {
        List<AnsweredField> answers = new ArrayList<>(fields.size());
        for (FormField field : fields) {
            if (!isStored(field)) {
                continue;
            }
            boolean enabled = !disabled.contains(field.id);
            Object value = enabled ? sent.apply(name(field)) : null;
            if (value == null && !(enabled && field.isRequiredOfClients())) {
                answers.add(Objects.requireNonNull(unanswered.get(field.id)));
                continue;
            }
            FieldAnswer answer = read(field, value, strict);
            if (!answer.errors().isEmpty()) {
                errors.accept(field, answer.errors());
            }
            answers.add(answered(field, answer));
        }
        return answers;
    }

    /**
     * The answer to store for one field, by the rules of the short paths.
     *
     * @param sent a JSON value, null for no answer
     * @param errors receives the errors of the field
     * @throws Refused if a choice or date is invalid
     */
    public AnsweredField answer(FormField field, @Nullable Object sent, Consumer<List<String>> errors) {
        FieldAnswer answer = read(field, sent, true);
        if (!answer.errors().isEmpty()) {
            errors.accept(answer.errors());
        }
        return answered(field, answer);
    }

    private FieldAnswer read(FormField field, @Nullable Object sent, boolean strict) {
        try {
            return FieldAnswer.of(field, sent, items, strict);
        } catch (Refused e) {
            throw new Refused(e.refusal().about(name(field)));
        }
    }

    /** The displayed and searched text of a stored answer; empty if there is none. */
    public String display(FormField field, @Nullable String stored) {
        if (stored == null || isPriority(field)) {
            return "";
        }
        return field.type.equals("text")
                ? stored
                : FieldAnswer.of(field, chosen(field, stored), items).display();
    }

    private static Object chosen(FormField field, String stored) {
        boolean isChoice = field.type.equals("choices") || field.type.startsWith("list-");
        StoredJson choice = StoredJson.read(isChoice ? stored : null);
        return choice.isObject() ? choice.texts() : stored;
    }

    /** The name of a field in requests, and of its column in the custom-data table. */
    public static String name(FormField field) {
        return field.answerName();
    }

    /** Whether the field holds the priority, which is resolved and answered separately. */
    public static boolean isPriority(FormField field) {
        return field.type.equals("priority");
    }

    /** The fields that have an answer row, in order. */
    public List<FormField> stored() {
        return fields.stream().filter(FormRules::isStored).toList();
    }

    private static boolean isStored(FormField field) {
        return !field.isStoredElsewhere() && FieldAnswer.hasAnswer(field.type);
    }

    private static AnsweredField answered(FormField field, FieldAnswer answer) {
        return new AnsweredField(field, answer.value(), null, answer.column(), answer.display());
    }
}
