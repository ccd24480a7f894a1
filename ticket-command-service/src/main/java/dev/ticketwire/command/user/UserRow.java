package dev.ticketwire.command.user;

import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A user as read by the look-up. */
record UserRow(int id, String name, String address, int organization, boolean lacksForm) {
    private static final String BY_ADDRESS =
            "SELECT u.id, u.name, e.address, u.org_id, NOT EXISTS (SELECT 1 FROM {form_entry} f"
                    + " WHERE f.object_type = 'U' AND f.object_id = u.id)"
                    + " FROM {user_email} e JOIN {user} u ON u.id = e.user_id WHERE e.address IN :keys";

    static List<UserRow> byAddress(Connection connection, Collection<String> addresses) throws SQLException {
        List<UserRow> found = new ArrayList<>();
        List<String> possible =
                addresses.stream().filter(StoredText::isStorable).toList();
        Statements.read(
                connection,
                BY_ADDRESS,
                possible,
                row -> found.add(new UserRow(
                        row.getInt(1), row.getString(2), row.getString(3), row.getInt(4), row.getBoolean(5))));
        return found;
    }
}
