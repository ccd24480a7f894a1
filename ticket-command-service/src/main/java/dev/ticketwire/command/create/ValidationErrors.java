package dev.ticketwire.command.create;

import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.schema.FormField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request, in the order and the words of osTicket 1.18. */
final class ValidationErrors {
    private static final String PREFIX = "Unable to create new ticket :";

    private Map<String, String> texts = new LinkedHashMap<>();
    private @Nullable String field;

    /** The first member at fault, null if none is. */
    @Nullable
    String field() {
        return field;
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /**
     * @param key what osTicket files it under
     * @param member the member of the request at fault
     */
    void add(String key, String text, String member) {
        texts.putIfAbsent(key, text);
        field = field == null ? member : field;
    }

    void add(FormField formField, Iterable<String> reasons) {
        add(Integer.toString(formField.id), String.join(",", reasons), FormRules.name(formField));
    }

    void addAll(ValidationErrors others) {
        others.texts.forEach(texts::putIfAbsent);
        field = field == null ? others.field : field;
    }

    /** Brings what was found in some other order into that of the form. */
    void sortLike(List<FormField> fields) {
        Map<String, String> sorted = new LinkedHashMap<>();
        for (FormField formField : fields) {
            String key = Integer.toString(formField.id);
            String text = texts.get(key);
            if (text != null) {
                field = sorted.isEmpty() ? FormRules.name(formField) : field;
                sorted.put(key, text);
            }
        }
        texts = sorted;
    }

    /** osTicket merges the errors of a topic's forms in a way that counts all fields from 0. */
    void renumber() {
        Map<String, String> renumbered = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            boolean numeric = entry.getKey().chars().allMatch(Character::isDigit);
            renumbered.put(numeric ? Integer.toString(next++) : entry.getKey(), entry.getValue());
        }
        texts = renumbered;
    }

    Refused refusal() {
        StringJoiner lines = new StringJoiner("\n", PREFIX, "");
        texts.forEach((key, text) -> lines.add(key).add(text));
        return Refused.of(ProblemCode.INVALID_TICKET, lines.toString(), field);
    }

    /** Ends the request at once: nothing else is looked at. */
    static Refused only(ProblemCode code, String text) {
        return Refused.of(code, PREFIX + "err\n" + text);
    }

    static Refused denied(String address) {
        return Refused.of(
                ProblemCode.TICKET_DENIED,
                PREFIX + "Ticket denied: " + address + "\n\nThis help desk is for use by authorized users only",
                "email");
    }
}
