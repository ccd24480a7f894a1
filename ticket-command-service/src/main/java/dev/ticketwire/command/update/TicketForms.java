package dev.ticketwire.command.update;

import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.form.TopicForms;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of one ticket and their stored answers. */
final class TicketForms {
    static final TicketForms NONE = new TicketForms(List.of());

    private static final String SELECT = "SELECT e.object_id, e.id, e.form_id, e.extra, v.field_id, v.value, v.value_id"
            + " FROM {form_entry} e LEFT JOIN {form_entry_values} v ON v.entry_id = e.id"
            + " WHERE e.object_type = 'T' AND e.object_id IN :keys ORDER BY e.sort, e.id";

    private final List<Entry> entries;

    private TicketForms(List<Entry> entries) {
        this.entries = entries;
    }

    /** An answer as stored. */
    record Stored(@Nullable String value, @Nullable Integer valueId) {
        static final Stored NOTHING = new Stored(null, null);
    }

    /**
     * One form of the ticket.
     *
     * @param answers by field id
     */
    record Entry(int id, int form, @Nullable String extra, Map<Integer, Stored> answers) {}

    /** A field of a ticket's form. */
    record Field(Entry entry, FormField field) {
        Stored stored() {
            return entry.answers.getOrDefault(field.id, Stored.NOTHING);
        }
    }

    /** By ticket. */
    static Map<Integer, TicketForms> read(Connection connection, Collection<Integer> tickets) throws SQLException {
        Map<Integer, Map<Integer, Entry>> found = new HashMap<>();
        Statements.read(connection, SELECT, tickets, row -> {
            int id = row.getInt(2);
            int form = row.getInt(3);
            String extra = row.getString(4);
            Entry entry = found.computeIfAbsent(row.getInt(1), ticket -> new LinkedHashMap<>())
                    .computeIfAbsent(id, key -> new Entry(id, form, extra, new HashMap<>()));
            int field = row.getInt(5);
            if (field != 0) {
                String value = row.getString(6);
                int valueId = row.getInt(7);
                entry.answers.put(field, new Stored(value, row.wasNull() ? null : valueId));
            }
        });
        Map<Integer, TicketForms> forms = new HashMap<>();
        found.forEach((ticket, entries) -> forms.put(ticket, new TicketForms(new ArrayList<>(entries.values()))));
        return forms;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The enabled field with this request name that has its own answer; null if there is none. */
    @Nullable
    Field field(String name, UpdateRules rules) {
        for (Entry entry : entries) {
            FormRules form = rules.forms().get(entry.form);
            for (FormField field : form == null ? List.<FormField>of() : form.stored()) {
                if (FormRules.name(field).equals(name)) {
                    return new Field(entry, field);
                }
            }
        }
        return null;
    }

    /**
     * Whether a field that is required to close the ticket has no answer. A field without an answer row, or with an
     * empty text, counts as answered.
     *
     * @param topic help topic id; without one, the entry lists the disabled fields
     * @param coming names of the fields that the same command answers
     */
    boolean lackAnswer(int topic, Set<String> coming, UpdateRules rules) {
        Set<Integer> byTopic = rules.disabledBy(topic);
        for (Entry entry : entries) {
            Collection<Integer> disabled = topic == 0 ? TopicForms.disabled(entry.extra) : byTopic;
            for (Map.Entry<Integer, Stored> answer : entry.answers.entrySet()) {
                FormField field = rules.fields().get(answer.getKey());
                if (answer.getValue().value() == null
                        && field != null
                        && field.isRequiredToClose()
                        && !disabled.contains(field.id)
                        && !coming.contains(FormRules.name(field))) {
                    return true;
                }
            }
        }
        return false;
    }
}
