package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.form.FieldConfiguration;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.ListItem;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form. Fields of the object, always: {@code id}, {@code name} (of the request field that answers it),
 * {@code label}, {@code type} (osTicket's word), {@code required}, {@code hint} (null if none). Where they apply:
 * {@code default} (a value or several), {@code multiple} and {@code choices}, {@code maxLength} in characters, {@code
 * format} ({@code email}, {@code phone}, {@code ip} or {@code number}), {@code pattern} (a regular expression of PHP,
 * with delimiters), {@code time} (of a date: whether the time of day counts).
 *
 * @param choices labels by value, in order; null if the field has none to choose from
 */
record FormFieldView(
        FormField row,
        FieldConfiguration configuration,
        @Nullable Map<String, String> choices) implements View {
    private static final Set<String> FORMATS = Set.of("email", "phone", "ip", "number");
    private static final String CHOICES = "choices";
    private static final String LIST = "list-";
    /** The items of a list in alphabetical order have the same {@code sort}. */
    private static final Comparator<ListItem> AS_SHOWN =
            Comparator.<ListItem>comparingInt(item -> item.sort).thenComparing(NameOrder.byName(item -> item.value));

    static FormFieldView ofField(FormField field, Reference reference) {
        FieldConfiguration configuration = FieldConfiguration.of(field);
        return new FormFieldView(field, configuration, choices(field, configuration, reference));
    }

    private static @Nullable Map<String, String> choices(
            FormField field, FieldConfiguration configuration, Reference reference) {
        if (field.type.equals(CHOICES)) {
            return configuration.choices();
        }
        if (!field.type.startsWith(LIST)) {
            return null;
        }
        Map<String, String> choices = new LinkedHashMap<>();
        reference.listItems().all().stream()
                .filter(item -> (LIST + item.listId).equals(field.type) && item.isEnabled())
                .sorted(AS_SHOWN)
                .forEach(item -> choices.put(Integer.toString(item.id), item.value));
        return choices;
    }

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", row.id);
        out.field("name", row.answerName());
        out.field("label", row.label).field("type", row.type);
        out.field("required", row.isRequiredOfClients());
        out.field("hint", row.hint == null || row.hint.isEmpty() ? null : row.hint);
        writeDefault(out);
        if (choices != null) {
            writeChoices(choices, out);
        }
        writeConstraints(out);
        out.end();
    }

    private void writeDefault(DocumentWriter out) throws IOException {
        List<String> values = configuration.defaults();
        if (values.size() == 1) {
            out.field("default", values.getFirst());
        } else if (!values.isEmpty()) {
            out.field("default").startArray();
            for (String value : values) {
                out.string(value);
            }
            out.end();
        }
    }

    private void writeChoices(Map<String, String> choices, DocumentWriter out) throws IOException {
        out.field("multiple", configuration.flag("multiselect", false));
        out.field(CHOICES).startArray();
        for (Map.Entry<String, String> choice : choices.entrySet()) {
            out.startObject().field("value", choice.getKey()).field("label", choice.getValue());
            out.end();
        }
        out.end();
    }

    private void writeConstraints(DocumentWriter out) throws IOException {
        int length = configuration.number("length", 0);
        if (length > 0) {
            out.field("maxLength", length);
        }
        String validator = configuration.text("validator");
        if (FORMATS.contains(validator)) {
            out.field("format", validator);
        } else if (validator.equals("regex")) {
            out.field("pattern", configuration.text("regex"));
        }
        if (row.type.equals("datetime")) {
            out.field("time", configuration.flag("time", true));
        }
    }
}
