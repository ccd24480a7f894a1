package dev.ticketwire.command.user;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads organisations. */
final class OrganizationRow {
    private static final String SELECT =
            TablePrefix.named("SELECT o.id, o.manager, o.status, o.domain, NOT EXISTS (SELECT 1 FROM {form_entry} f"
                    + " WHERE f.object_type = 'O' AND f.object_id = o.id) FROM {organization} o WHERE o.domain <> ''");

    private OrganizationRow() {}

    /** Organisations with e-mail domains, and those with these ids; by id. */
    static List<Organization> owningDomainsOr(Connection connection, List<Integer> ids) throws SQLException {
        String more = ids.isEmpty() ? "" : " OR o.id IN " + Placeholders.in(ids.size());
        try (PreparedStatement statement = connection.prepareStatement(SELECT + more + " ORDER BY o.id")) {
            Placeholders.bind(statement, 1, ids);
            List<Organization> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Organization(
                            rows.getInt(1), rows.getString(2), rows.getInt(3), rows.getString(4), rows.getBoolean(5)));
                }
            }
            return found;
        }
    }
}
