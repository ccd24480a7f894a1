package dev.ticketwire.command.user;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A user as the look-up finds it. */
record UserRow(int id, String name, String address, int organization, boolean lacksForm) {
    private static final String BY_ADDRESS =
            TablePrefix.named("SELECT u.id, u.name, e.address, u.org_id, NOT EXISTS (SELECT 1 FROM {form_entry} f"
                    + " WHERE f.object_type = 'U' AND f.object_id = u.id)"
                    + " FROM {user_email} e JOIN {user} u ON u.id = e.user_id WHERE e.address IN ");

    static List<UserRow> byAddress(Connection connection, Collection<String> addresses) throws SQLException {
        List<UserRow> found = new ArrayList<>();
        List<String> possible =
                addresses.stream().filter(StoredText::isStorable).toList();
        if (possible.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(BY_ADDRESS + Placeholders.in(possible.size()))) {
            Placeholders.bind(statement, 1, possible);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new UserRow(
                            rows.getInt(1), rows.getString(2), rows.getString(3), rows.getInt(4), rows.getBoolean(5)));
                }
            }
        }
        return found;
    }
}
