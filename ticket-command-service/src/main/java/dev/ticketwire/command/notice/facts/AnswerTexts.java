package dev.ticketwire.command.notice.facts;

import dev.ticketwire.osticket.form.FieldAnswer;
import dev.ticketwire.osticket.form.FieldConfiguration;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.text.SearchText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answers to forms of tickets and users, by field name in lower case, as they are shown. */
final class AnswerTexts {
    static final AnswerTexts NONE = new AnswerTexts(Map.of());

    private static final String ANSWERS = "SELECT f.object_id, v.field_id, v.value, v.value_id FROM {form_entry} f"
            + " JOIN {form_entry_values} v ON v.entry_id = f.id"
            + " WHERE f.object_type = '%s' AND v.value IS NOT NULL AND f.object_id IN :keys";
    private static final String OF_TICKETS = ANSWERS.formatted("T");
    private static final String OF_USERS = ANSWERS.formatted("U");

    private final Map<Integer, FormField> fields;
    private final Map<Integer, Map<String, String>> tickets = new HashMap<>();
    private final Map<Integer, Map<String, String>> users = new HashMap<>();

    private AnswerTexts(Map<Integer, FormField> fields) {
        this.fields = fields;
    }

    static AnswerTexts read(
            Connection connection, Reference reference, Collection<Integer> tickets, Collection<Integer> users)
            throws SQLException {
        Map<Integer, FormField> fields = new HashMap<>();
        reference.formFields().values().forEach(some -> some.forEach(field -> fields.put(field.id, field)));
        AnswerTexts texts = new AnswerTexts(fields);
        Statements.read(connection, OF_TICKETS, tickets, row -> texts.add(row, reference, texts.tickets));
        Statements.read(connection, OF_USERS, users, row -> texts.add(row, reference, texts.users));
        return texts;
    }

    private void add(ResultSet row, Reference reference, Map<Integer, Map<String, String>> all) throws SQLException {
        FormField field = fields.get(row.getInt(2));
        String name = field == null ? null : field.name;
        if (field != null && name != null && !name.isEmpty()) {
            all.computeIfAbsent(row.getInt(1), id -> new HashMap<>())
                    .put(name.toLowerCase(Locale.ROOT), shown(field, row.getString(3), row.getInt(4), reference));
        }
    }

    static String shown(FormField field, String stored, int id, Reference reference) {
        if (field.type.equals("priority")) {
            TicketPriority priority = reference.priorities().get(id);
            return priority == null ? stored : priority.description;
        }
        if (field.type.equals("memo")) {
            return FieldConfiguration.of(field).flag("html", true) ? SearchText.ofHtml(stored) : stored;
        }
        if (field.type.equals("text")) {
            return stored;
        }
        String labels = labels(stored);
        return labels != null
                ? labels
                : FieldAnswer.of(field, stored, List.of()).display();
    }

    /** The labels of choices and list items; null if the stored value has none. */
    private static @Nullable String labels(String stored) {
        StoredJson chosen = stored.startsWith("{") ? StoredJson.read(stored) : null;
        return chosen != null && chosen.isObject()
                ? String.join(", ", chosen.texts().values())
                : null;
    }

    Map<String, String> ofTicket(int id) {
        return Objects.requireNonNullElse(tickets.get(id), Map.of());
    }

    Map<String, String> ofUser(int id) {
        return Objects.requireNonNullElse(users.get(id), Map.of());
    }
}
