package dev.ticketwire.osticket.key;

import dev.ticketwire.osticket.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * osTicket's key table, in the transaction of the session. SQL instead of an entity: only the beginning of the secret
 * leaves the database, and only some columns of osTicket's row are changed.
 */
@ApplicationScoped
class OsTicketKeys {
    private static final String SELECT = "SELECT id, COALESCE(notes, '') AS name, isactive, ipaddr,"
            + " LEFT(apikey, 6) AS prefix, " + String.join(", ", KeyTerms.PERMISSIONS) + " FROM {api_key}";
    private static final String ALL = SELECT + " ORDER BY id";
    private static final String LOCK = SELECT + " WHERE id = ? FOR UPDATE";
    private static final String CHANGE = "UPDATE {api_key} SET isactive = ?, "
            + KeyTerms.PERMISSIONS.stream().map(name -> name + " = ?").collect(Collectors.joining(", "))
            + ", updated = NOW() WHERE id = ?";

    private final Session session;

    OsTicketKeys(Session session) {
        this.session = session;
    }

    /** A row of osTicket's table. */
    record Row(
            int id, String name, boolean isActive, @Nullable String address, String prefix, Set<String> permissions) {

        Row with(boolean isActive, Set<String> permissions) {
            return new Row(id, name, isActive, address, prefix, permissions);
        }
    }

    List<Row> everyKey() {
        return session.doReturningWork(connection -> Statements.list(connection, ALL, OsTicketKeys::row));
    }

    /** Reads the row and locks it until the transaction ends. */
    Optional<Row> lock(int id) {
        return session.doReturningWork(connection -> Statements.first(connection, LOCK, OsTicketKeys::row, id));
    }

    void change(int id, boolean isActive, Set<String> permissions) {
        List<Object> values = new ArrayList<>();
        values.add(isActive);
        KeyTerms.PERMISSIONS.forEach(name -> values.add(permissions.contains(name)));
        values.add(id);
        session.doWork(connection -> Statements.update(connection, CHANGE, values.toArray()));
    }

    private static Row row(ResultSet row) throws SQLException {
        Set<String> permissions = new HashSet<>();
        for (String permission : KeyTerms.PERMISSIONS) {
            if (row.getInt(permission) != 0) {
                permissions.add(permission);
            }
        }
        return new Row(
                row.getInt("id"),
                row.getString("name"),
                row.getBoolean("isactive"),
                row.getString("ipaddr"),
                row.getString("prefix"),
                permissions);
    }
}
