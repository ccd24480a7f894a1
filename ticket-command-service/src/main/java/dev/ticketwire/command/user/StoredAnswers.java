package dev.ticketwire.command.user;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored form answers of users and their organisations. */
final class StoredAnswers {
    private static final String OF_USERS =
            TablePrefix.named("SELECT f.object_id, v.field_id, v.value FROM {form_entry} f"
                    + " JOIN {form_entry_values} v ON v.entry_id = f.id"
                    + " WHERE f.object_type = 'U' AND v.value IS NOT NULL AND f.object_id IN ");
    private static final String OF_ORGANIZATIONS =
            TablePrefix.named(" UNION ALL SELECT u.id, v.field_id, v.value FROM {user} u"
                    + " JOIN {form_entry} f ON f.object_type = 'O' AND f.object_id = u.org_id"
                    + " JOIN {form_entry_values} v ON v.entry_id = f.id"
                    + " WHERE u.org_id <> 0 AND v.value IS NOT NULL AND u.id IN ");

    private StoredAnswers() {}

    /** The stored values by user and field. */
    static Map<Integer, Map<Integer, String>> of(Connection connection, List<UserRow> users) throws SQLException {
        Map<Integer, Map<Integer, String>> answers = new HashMap<>();
        if (users.isEmpty()) {
            return answers;
        }
        String in = Placeholders.in(users.size());
        List<Integer> ids = users.stream().map(UserRow::id).toList();
        try (PreparedStatement statement = connection.prepareStatement(OF_USERS + in + OF_ORGANIZATIONS + in)) {
            Placeholders.bind(statement, Placeholders.bind(statement, 1, ids), ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.computeIfAbsent(rows.getInt(1), id -> new HashMap<>())
                            .put(rows.getInt(2), rows.getString(3));
                }
            }
        }
        return answers;
    }
}
