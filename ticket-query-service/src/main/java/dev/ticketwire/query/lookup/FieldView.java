package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.form.FieldConfiguration;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.ListItem;
import dev.ticketwire.rest.Form;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form's field as an object. Always {@code id}, {@code name} (the member that answers it), {@code label}, {@code type}
 * (osTicket's word), {@code required}, {@code hint} (null if none). Where they apply: {@code default} (a value or several),
 * {@code multiple} and {@code choices}, {@code maxLength} in characters, {@code format} ({@code email}, {@code phone},
 * {@code ip} or {@code number}), {@code pattern} (a regular expression as PHP writes it, with delimiters), {@code time}
 * (of a date: whether the time of day counts).
 */
final class FieldView {
    private static final Set<String> FORMATS = Set.of("email", "phone", "ip", "number");
    private static final String LIST = "list-";
    /** Items of lists in alphabetical order have one and the same {@code sort}. */
    private static final Comparator<ListItem> AS_SHOWN =
            Comparator.<ListItem>comparingInt(item -> item.sort).thenComparing(Listing.byName(item -> item.value));

    private FieldView() {}

    static void write(Form form, FormField field, Reference reference) {
        FieldConfiguration configuration = FieldConfiguration.of(field);
        form.object().name("id").number(field.id);
        form.name("name").text(field.answerName());
        form.name("label").text(field.label).name("type").text(field.type);
        form.name("required").flag(field.isRequiredOfClients());
        form.name("hint").text(field.hint == null || field.hint.isEmpty() ? null : field.hint);
        defaults(form, configuration);
        choices(form, field, configuration, reference);
        constraints(form, field, configuration);
        form.end();
    }

    private static void defaults(Form form, FieldConfiguration configuration) {
        List<String> values = configuration.defaults();
        if (values.size() == 1) {
            form.name("default").text(values.getFirst());
        } else if (!values.isEmpty()) {
            form.name("default").list();
            values.forEach(form::text);
            form.end();
        }
    }

    private static void choices(Form form, FormField field, FieldConfiguration configuration, Reference reference) {
        if (!field.type.equals("choices") && !field.type.startsWith(LIST)) {
            return;
        }
        form.name("multiple").flag(configuration.flag("multiselect", false));
        form.name("choices").list();
        choices(field, configuration, reference).forEach((value, label) -> {
            form.object().name("value").text(value).name("label").text(label);
            form.end();
        });
        form.end();
    }

    private static Map<String, String> choices(FormField field, FieldConfiguration configuration, Reference reference) {
        if (field.type.equals("choices")) {
            return configuration.choices();
        }
        Map<String, String> choices = new LinkedHashMap<>();
        reference.listItems().all().stream()
                .filter(item -> (LIST + item.listId).equals(field.type) && item.isEnabled())
                .sorted(AS_SHOWN)
                .forEach(item -> choices.put(Integer.toString(item.id), item.value));
        return choices;
    }

    private static void constraints(Form form, FormField field, FieldConfiguration configuration) {
        int length = configuration.number("length", 0);
        if (length > 0) {
            form.name("maxLength").number(length);
        }
        String validator = configuration.text("validator");
        if (FORMATS.contains(validator)) {
            form.name("format").text(validator);
        } else if (validator.equals("regex")) {
            form.name("pattern").text(configuration.text("regex"));
        }
        if (field.type.equals("datetime")) {
            form.name("time").flag(configuration.flag("time", true));
        }
    }
}
