package dev.ticketwire.osticket.form;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.body.SubjectText;
import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.html.HtmlBody;
import dev.ticketwire.osticket.person.PhoneNumber;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.ListItem;
import dev.ticketwire.osticket.text.SearchText;
import dev.ticketwire.osticket.text.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stored answer of one form field. osTicket 1.18 encodes an answer by the field's type. Priorities are not answered
 * here but resolved with the ticket's other relations.
 *
 * @param value {@code form_entry_values.value}; null if the field is not answered, which has a row too
 * @param column the field's column in {@code ticket__cdata} or {@code user__cdata}
 * @param display the text that is shown, searched and compared by filters; may be empty
 * @param errors the reasons to refuse the answer; empty if it is valid
 */
public record FieldAnswer(@Nullable String value, String column, String display, List<String> errors) {
    private static final Set<String> UNANSWERED = Set.of("thread", "break", "info");
    private static final Set<String> TRUE = Set.of("1", "true", "on", "yes");

    public FieldAnswer {
        errors = List.copyOf(errors);
    }

    /** Whether fields of {@code type} have answer rows; section texts and the message do not. */
    public static boolean hasAnswer(String type) {
        return !UNANSWERED.contains(type);
    }

    /**
     * The answer by osTicket's rules: an invalid choice or date is stored as sent.
     *
     * @param sent a JSON value: String, Number, Boolean, List, Map, or null if not sent
     * @param items all items of custom lists; used for fields of type {@code list-N} only
     */
    public static FieldAnswer of(FormField field, @Nullable Object sent, List<ListItem> items) {
        return of(field, sent, items, false);
    }

    /**
     * As above.
     *
     * @param strict whether a choice must exist, by value or label, and a date must be valid
     * @throws Refused if it is not
     */
    public static FieldAnswer of(FormField field, @Nullable Object sent, List<ListItem> items, boolean strict) {
        FieldConfiguration configuration = FieldConfiguration.of(field);
        FieldAnswer answer = switch (field.type) {
            case "bool" -> strict ? StrictAnswer.flag(field, sent) : ofFlag(sent);
            case "memo" -> ofMemo(text(sent), configuration);
            case "phone" -> ofPhone(text(sent), configuration);
            case "datetime" -> FieldDate.answer(text(sent), configuration, strict);
            case "choices" ->
                strict
                        ? StrictAnswer.among(field, sent, configuration.choices(), configuration)
                        : ChoiceAnswer.of(sent, configuration.choices(), configuration);
            case "text" -> ofText(text(sent), configuration);
            default -> field.type.startsWith("list-") ? ofList(field, sent, items, configuration, strict) : plain(null);
        };
        boolean missing = field.isRequiredOfClients() && (isEmpty(sent) || answer.value == null);
        return missing ? answer.with(field.label + " is a required field") : answer;
    }

    private static FieldAnswer ofList(
            FormField field,
            @Nullable Object sent,
            List<ListItem> items,
            FieldConfiguration configuration,
            boolean strict) {
        return strict
                ? StrictAnswer.among(field, sent, StrictAnswer.enabled(field.type, items), configuration)
                : ChoiceAnswer.ofList(sent, field.type, items, configuration);
    }

    /** An answer stored and shown as {@code value}; not answered if that is null or empty. */
    static FieldAnswer plain(@Nullable String value) {
        return value == null || value.isEmpty()
                ? new FieldAnswer(null, "", "", List.of())
                : new FieldAnswer(value, value, value, List.of());
    }

    FieldAnswer with(String error) {
        List<String> more = new ArrayList<>(errors);
        more.add(error);
        return new FieldAnswer(value, column, display, more);
    }

    /** A single value as text; the first element of a list. */
    static @Nullable String text(@Nullable Object sent) {
        return switch (sent) {
            case null -> null;
            case Boolean flag -> flag ? "1" : "";
            case List<?> list -> list.isEmpty() ? null : text(list.getFirst());
            case Map<?, ?> map -> PhpJson.write(map);
            default -> sent.toString();
        };
    }

    private static boolean isEmpty(@Nullable Object sent) {
        return sent == null
                || sent instanceof String text && text.isEmpty()
                || sent instanceof List<?> list && list.isEmpty()
                || sent instanceof Map<?, ?> map && map.isEmpty();
    }

    private static FieldAnswer ofFlag(@Nullable Object sent) {
        return flag(
                TRUE.contains(Objects.requireNonNullElse(text(sent), "").strip().toLowerCase(Locale.ROOT)));
    }

    static FieldAnswer flag(boolean yes) {
        return new FieldAnswer(yes ? "1" : "0", yes ? "1" : "0", yes ? "Yes" : "No", List.of());
    }

    private static FieldAnswer ofText(@Nullable String sent, FieldConfiguration configuration) {
        FieldAnswer answer = plain(sent == null ? null : SubjectText.answer(sent));
        String error = answer.value == null ? "" : TextValidator.error(answer.value, configuration);
        return error.isEmpty() ? answer : answer.with(error);
    }

    private static FieldAnswer ofMemo(@Nullable String sent, FieldConfiguration configuration) {
        if (sent == null) {
            return plain(null);
        }
        boolean html = configuration.flag("html", true);
        FieldAnswer answer = plain(StoredText.storable(html ? HtmlBody.cleanLine(sent) : sent));
        return new FieldAnswer(answer.value, answer.column, SearchText.ofHtml(answer.display), List.of());
    }

    private static FieldAnswer ofPhone(@Nullable String sent, FieldConfiguration configuration) {
        if (sent == null || sent.isEmpty()) {
            return plain(null);
        }
        String stored = StoredText.storable(PhoneNumber.stored(sent));
        FieldAnswer answer = new FieldAnswer(stored, stored, PhoneNumber.display(stored), List.of());
        return PhoneNumber.isValid(sent, configuration.number("digits", 7))
                ? answer
                : answer.with("Enter a valid phone number");
    }
}
