package dev.ticketwire.seed;

import dev.ticketwire.osticket.format.FileKey;
import dev.ticketwire.seed.HelpDesk.Agent;
import dev.ticketwire.seed.HelpDesk.Field;
import dev.ticketwire.seed.HelpDesk.Priority;
import dev.ticketwire.seed.HelpDesk.ServiceLevel;
import dev.ticketwire.seed.HelpDesk.Status;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows that tickets refer to, without inactive ones. */
final class HelpDeskReader {
    private static final byte[] FILE = "A small file that many tickets share.\n".getBytes(StandardCharsets.UTF_8);

    private final Connection connection;
    private final String prefix;

    HelpDeskReader(Connection connection, String prefix) {
        this.connection = connection;
        this.prefix = prefix;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @throws IllegalStateException if the help desk lacks rows that every ticket needs */
    HelpDesk read() throws SQLException {
        return new HelpDesk(
                prefix,
                needed("department", ids("SELECT id FROM {department} WHERE flags & 4 AND NOT flags & 8 ORDER BY id")),
                ids("SELECT topic_id FROM {help_topic} WHERE flags & 2 AND NOT flags & 4 ORDER BY topic_id"),
                ids("SELECT team_id FROM {team} WHERE flags & 1 ORDER BY team_id"),
                serviceLevels(),
                needed("agent", agents()),
                needed("open status", statuses("open")),
                needed("closed status", statuses("closed")),
                statuses("archived"),
                needed("priority", priorities()),
                form("T", "ticket__cdata", "ticket_id"),
                form("U", "user__cdata", "user_id"),
                events(),
                today(),
                file());
    }

    private List<ServiceLevel> serviceLevels() throws SQLException {
        return all(
                "SELECT id, grace_period FROM {sla} WHERE flags & 1 ORDER BY id",
                row -> new ServiceLevel(row.getInt(1), row.getInt(2)));
    }

    private List<Agent> agents() throws SQLException {
        return all(
                "SELECT staff_id, dept_id, username, CONCAT_WS(' ', firstname, lastname) FROM {staff}"
                        + " WHERE isactive = 1 AND onvacation = 0 ORDER BY staff_id",
                row -> new Agent(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4)));
    }

    private List<Priority> priorities() throws SQLException {
        return all(
                "SELECT priority_id, priority_desc FROM {ticket_priority} ORDER BY priority_urgency DESC",
                row -> new Priority(row.getInt(1), row.getString(2)));
    }

    private long today() throws SQLException {
        return all("SELECT TIMESTAMPDIFF(SECOND, '1970-01-01', CURDATE())", row -> row.getLong(1))
                .getFirst();
    }

    private static <T> List<T> needed(String what, List<T> found) {
        if (found.isEmpty()) {
            throw new IllegalStateException("The help desk has no active " + what + ", which every ticket needs.");
        }
        return found;
    }

    private List<Integer> ids(String sql) throws SQLException {
        return all(sql, row -> row.getInt(1));
    }

    private List<Status> statuses(String state) throws SQLException {
        return all(
                "SELECT id, name FROM {ticket_status} WHERE state = ? AND mode & 1 ORDER BY id",
                row -> new Status(row.getInt(1), row.getString(2)),
                state);
    }

    private Map<String, Integer> events() throws SQLException {
        Map<String, Integer> events = new HashMap<>();
        all("SELECT name, MIN(id) FROM {event} GROUP BY name", row -> events.put(row.getString(1), row.getInt(2)));
        return events;
    }

    private HelpDesk.Form form(String type, String table, String key) throws SQLException {
        int id = needed("form", all("SELECT MIN(id) FROM {form} WHERE type = ?", row -> row.getInt(1), type))
                .getFirst();
        return new HelpDesk.Form(id, fields(id), columns(table, key));
    }

    /** Fields that are stored elsewhere (flag 2) or hold no answer are left out. */
    private List<Field> fields(int form) throws SQLException {
        return all(
                "SELECT id, type, COALESCE(NULLIF(name, ''), CONCAT('field_', id)) FROM {form_field} WHERE form_id = ?"
                        + " AND NOT flags & 2 AND type NOT IN ('thread', 'break', 'info') ORDER BY sort, id",
                row -> new Field(row.getInt(1), row.getString(2), row.getString(3)),
                Integer.toString(form));
    }

    private List<String> columns(String table, String key) throws SQLException {
        return all(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?"
                        + " AND column_name <> ? ORDER BY ordinal_position",
                row -> row.getString(1),
                prefix + table,
                key);
    }

    /** @return id of the file that attachments refer to; created if it is missing */
    private int file() throws SQLException {
        FileKey key = FileKey.of(FILE);
        String sql = "SELECT id FROM {file} WHERE signature = ? AND size = ? ORDER BY id LIMIT 1";
        List<Integer> found = all(sql, row -> row.getInt(1), key.signature(), Integer.toString(FILE.length));
        return found.isEmpty() ? newFile(key) : found.getFirst();
    }

    private int newFile(FileKey key) throws SQLException {
        int id = all(
                        "INSERT INTO {file} (ft, bk, type, size, `key`, signature, name, created)"
                                + " VALUES ('T', 'D', 'text/plain', ?, ?, ?, 'notice.txt', NOW()) RETURNING id",
                        row -> row.getInt(1),
                        Integer.toString(FILE.length),
                        key.key(),
                        key.signature())
                .getFirst();
        String sql = "INSERT INTO {file_chunk} (file_id, chunk_id, filedata) VALUES (?, 0, ?)";
        try (PreparedStatement chunk = connection.prepareStatement(named(sql))) {
            chunk.setInt(1, id);
            chunk.setBytes(2, FILE);
            chunk.execute();
        }
        return id;
    }

    private <T> List<T> all(String sql, Row<T> reader, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(named(sql))) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        }
    }

    private String named(String sql) {
        return sql.replace("{", prefix).replace("}", "");
    }
}
