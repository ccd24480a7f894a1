package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.EventType;
import dev.ticketwire.osticket.schema.Form;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import jakarta.persistence.Column;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/** Makes a reference of rows in memory, with the tables that events need. */
@NullUnmarked // rows: any column may be null
public final class StoredReference {
    private StoredReference() {}

    /** @param rows of a table by its name, each by column */
    public static Reference of(Function<String, List<Map<String, Object>>> rows) {
        Map<Integer, List<FormField>> fields = entities(FormField.class, rows.apply("form_field")).stream()
                .collect(Collectors.groupingBy(field -> field.formId));
        return new Reference(
                config(rows.apply("config")),
                new RowsById<>(entities(Department.class, rows.apply("department")), row -> row.id),
                new RowsById<>(entities(HelpTopic.class, rows.apply("help_topic")), row -> row.id),
                Map.of(),
                new RowsById<>(entities(TicketStatus.class, rows.apply("ticket_status")), row -> row.id),
                new RowsById<>(entities(TicketPriority.class, rows.apply("ticket_priority")), row -> row.id),
                new RowsById<>(entities(ServiceLevel.class, rows.apply("sla")), row -> row.id),
                new RowsById<>(List.of(), row -> 0),
                Map.of(),
                new RowsById<>(entities(Staff.class, rows.apply("staff")), row -> row.id),
                List.of(),
                new RowsById<>(entities(Team.class, rows.apply("team")), row -> row.id),
                new RowsById<>(entities(Form.class, rows.apply("form")), row -> row.id),
                fields,
                new RowsById<>(List.of(), row -> 0),
                new RowsById<>(List.of(), row -> 0),
                Map.of(),
                Map.of(),
                new RowsById<>(entities(EventType.class, rows.apply("event")), row -> row.id),
                new RowsById<>(List.of(), row -> 0),
                List.of(),
                new RowsById<>(List.of(), row -> 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    private static HelpDeskConfig config(List<Map<String, Object>> rows) {
        Map<String, Map<String, String>> namespaces = new HashMap<>();
        for (Map<String, Object> row : rows) {
            namespaces
                    .computeIfAbsent(text(row, "namespace"), name -> new HashMap<>())
                    .put(text(row, "key"), text(row, "value"));
        }
        return new HelpDeskConfig(namespaces);
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static <T> List<T> entities(Class<T> type, List<Map<String, Object>> rows) {
        return rows.stream().map(row -> entity(type, row)).toList();
    }

    private static <T> T entity(Class<T> type, Map<String, Object> row) {
        try {
            T entity = type.getConstructor().newInstance();
            for (Field field : type.getFields()) {
                Column column = field.getAnnotation(Column.class);
                Object value = column == null ? null : row.get(column.name());
                if (value != null) {
                    set(entity, field, value.toString());
                }
            }
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object entity, Field field, String value) throws IllegalAccessException {
        if (field.getType() == int.class || field.getType() == Integer.class) {
            field.set(entity, Integer.valueOf(value));
        } else if (field.getType() == boolean.class) {
            field.set(entity, !value.equals("0"));
        } else if (field.getType() == String.class) {
            field.set(entity, value);
        }
    }
}
