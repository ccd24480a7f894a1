package dev.ticketwire.command.user;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Collation;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Placeholders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes new users. Their unique e-mail addresses are inserted first, so that only one of two workers creates the user.
 */
final class NewUsers {
    private static final String CLAIM =
            TablePrefix.named("INSERT IGNORE INTO {user_email} (user_id, flags, address) VALUES ");
    private static final Insert<NewUserRow> USER = Insert.into(
            "{user}",
            column("org_id", NewUserRow::organization),
            column("default_email_id", NewUserRow::address),
            fixed("status", "0"),
            column("name", NewUserRow::name),
            column("created", NewUserRow::created),
            column("updated", NewUserRow::created));
    /**
     * Uses the primary key: by the index on user_id, two workers would lock each other's addresses that have no user
     * yet.
     */
    private static final String OWN =
            TablePrefix.named("UPDATE {user_email} e FORCE INDEX (PRIMARY) STRAIGHT_JOIN {user} u"
                    + " ON u.default_email_id = e.id SET e.user_id = u.id WHERE e.id IN ");

    private NewUsers() {}

    /** @param address id of the row of its e-mail address */
    private record NewUserRow(int organization, @Nullable Integer address, String name, String created) {}

    /**
     * Inserts the addresses that do not exist. Waits for one that another transaction is inserting.
     *
     * @return the rows written, by {@link Collation#key}
     */
    static Map<String, Integer> claimAddresses(Connection connection, Collection<String> addresses)
            throws SQLException {
        String sql = CLAIM + Placeholders.list(addresses.size(), "(0,0,?)") + " RETURNING id, address";
        Map<String, Integer> claimed = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Placeholders.bind(statement, 1, addresses);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    claimed.put(Collation.key(rows.getString(2)), rows.getInt(1));
                }
            }
        }
        return claimed;
    }

    /** @param newcomers by {@link Collation#key} of their address, in the order in which they are written */
    static void write(
            Connection connection, Map<String, Requester> newcomers, Map<String, Integer> addressIds, String now)
            throws SQLException {
        if (newcomers.isEmpty()) {
            return;
        }
        List<NewUserRow> users = new ArrayList<>();
        newcomers.forEach((key, requester) -> users.add(row(requester, addressIds.get(key), now)));
        int[] ids = USER.returning(connection, "id", users);
        int next = 0;
        for (Requester requester : newcomers.values()) {
            requester.written(ids[next++]);
        }
        try (PreparedStatement statement = connection.prepareStatement(OWN + Placeholders.in(addressIds.size()))) {
            Placeholders.bind(statement, 1, addressIds.values());
            statement.executeUpdate();
        }
    }

    private static NewUserRow row(Requester requester, @Nullable Integer address, String now) {
        Organization organization = requester.organization();
        return new NewUserRow(organization == null ? 0 : organization.id(), address, requester.name(), now);
    }
}
