package dev.ticketwire.osticket.form;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.ListItem;
import dev.ticketwire.osticket.text.CaseFolding;
import dev.ticketwire.osticket.text.WhiteSpace;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Strictly validated answers, whose choices the look-ups list. A choice is named by its value, else by its label; if
 * neither matches exactly, case and surrounding blanks are ignored.
 */
final class StrictAnswer {
    private static final Map<String, Boolean> FLAGS = Map.of(
            "1", true, "true", true, "on", true, "yes", true, "0", false, "false", false, "off", false, "no", false);

    private StrictAnswer() {}

    /**
     * @param sent text, number, several of them in a list, or values with their labels; null or an empty value is no
     *     answer
     * @param choices labels by value
     * @throws Refused if a value is not a choice, or there are several and the field allows one
     */
    static FieldAnswer among(
            FormField field, @Nullable Object sent, Map<String, String> choices, FieldConfiguration configuration) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Object one : several(sent)) {
            String text = one instanceof String || one instanceof Number ? one.toString() : null;
            if (text == null || !WhiteSpace.isBlank(text)) {
                String value = text == null ? null : value(text, choices);
                if (value == null) {
                    throw refused(field, "must be one of its choices");
                }
                chosen.put(value, choices.getOrDefault(value, value));
            }
        }
        if (chosen.size() > 1 && !configuration.flag("multiselect", false)) {
            throw refused(field, "takes one choice only");
        }
        return chosen.isEmpty() ? FieldAnswer.plain(null) : ChoiceAnswer.chosen(chosen);
    }

    /** The selectable items of a list, values by id. */
    static Map<String, String> enabled(String type, List<ListItem> items) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (ListItem item : items) {
            if (item.isEnabled() && type.equals("list-" + item.listId)) {
                choices.put(Integer.toString(item.id), item.value);
            }
        }
        return choices;
    }

    /** @throws Refused if {@code sent} is not a boolean */
    static FieldAnswer flag(FormField field, @Nullable Object sent) {
        String word = sent instanceof Boolean flag ? flag.toString() : WhiteSpace.strip(text(field, sent));
        Boolean yes = word.isEmpty() ? Boolean.FALSE : FLAGS.get(word.toLowerCase(Locale.ROOT));
        if (yes == null) {
            throw refused(field, "must be true or false");
        }
        return FieldAnswer.flag(yes);
    }

    private static String text(FormField field, @Nullable Object sent) {
        return switch (sent) {
            case null -> "";
            case String text -> text;
            case Number number -> number.toString();
            default -> throw refused(field, "must be true or false");
        };
    }

    private static Collection<?> several(@Nullable Object sent) {
        return switch (sent) {
            case null -> List.of();
            case List<?> list -> list;
            case Map<?, ?> map -> map.keySet();
            default -> List.of(sent);
        };
    }

    private static @Nullable String value(String text, Map<String, String> choices) {
        if (choices.containsKey(text)) {
            return text;
        }
        String byLabel = first(choices, label -> label.equals(text));
        String folded = folded(text);
        String byValue = byLabel != null
                ? byLabel
                : choices.keySet().stream()
                        .filter(value -> folded(value).equals(folded))
                        .findFirst()
                        .orElse(null);
        return byValue != null ? byValue : first(choices, label -> folded(label).equals(folded));
    }

    private static @Nullable String first(Map<String, String> choices, Predicate<String> isMeant) {
        for (Map.Entry<String, String> choice : choices.entrySet()) {
            if (isMeant.test(choice.getValue())) {
                return choice.getKey();
            }
        }
        return null;
    }

    private static String folded(String text) {
        return CaseFolding.fold(text);
    }

    private static Refused refused(FormField field, String why) {
        return Refused.of(ProblemCode.INVALID_ANSWER, field.label + " " + why);
    }
}
