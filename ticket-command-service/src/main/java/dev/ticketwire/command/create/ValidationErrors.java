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

/** The errors of one request, in osTicket 1.18's order and wording. */
final class ValidationErrors {
    private static final String PREFIX = "Unable to create new ticket :";

    private Map<String, String> texts = new LinkedHashMap<>();
    private @Nullable String field;

    /** The first invalid member, null if there is none. */
    @Nullable
    String field() {
        return field;
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /**
     * @param key osTicket's key of the error
     * @param member the invalid member of the request
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

    /** Sorts the errors by the order of the form's fields. */
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

    /** Renumbers the keys from 0, as osTicket does when it merges the errors of a topic's forms. */
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

    /** A refusal with a single error, without further checks. */
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
