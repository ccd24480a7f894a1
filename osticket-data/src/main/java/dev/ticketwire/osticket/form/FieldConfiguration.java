package dev.ticketwire.osticket.form;

import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.schema.FormField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of a form field, {@code form_field.configuration}. For a missing setting, osTicket's default applies.
 */
public final class FieldConfiguration {
    private final StoredJson settings;

    private FieldConfiguration(StoredJson settings) {
        this.settings = settings;
    }

    public static FieldConfiguration of(FormField field) {
        return new FieldConfiguration(StoredJson.read(field.configuration));
    }

    /** See {@link StoredJson#text}. */
    public String text(String name) {
        return settings.text(name);
    }

    /** See {@link StoredJson#number}. */
    public int number(String name, int otherwise) {
        return settings.number(name, otherwise);
    }

    /** See {@link StoredJson#flag}. */
    public boolean flag(String name, boolean otherwise) {
        return settings.flag(name, otherwise);
    }

    /** The field's default values, in order; empty if there are none. */
    public List<String> defaults() {
        return settings.keys("default");
    }

    /**
     * The lines {@code key:label} of a choice field's {@code choices}, in order; a line without a colon is both key and
     * label.
     */
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String line : settings.text("choices").split("\\R")) {
            int colon = line.indexOf(':');
            String key = (colon < 0 ? line : line.substring(0, colon)).strip();
            if (!key.isEmpty()) {
                choices.put(key, line.substring(colon + 1).strip());
            }
        }
        return choices;
    }
}
