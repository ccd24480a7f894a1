package dev.ticketwire.command.notice;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The help desk's own name and address: the answers to its company form, read anew after two seconds. */
final class Company {
    private static final String ANSWERS = "SELECT d.name, v.value FROM {form_entry} e"
            + " JOIN {form_entry_values} v ON v.entry_id = e.id JOIN {form_field} d ON d.id = v.field_id"
            + " JOIN {form} f ON f.id = e.form_id AND f.type = 'C' WHERE v.value IS NOT NULL ORDER BY e.id";
    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private volatile Answers latest = new Answers(Map.of(), 0, false);

    private record Answers(Map<String, String> byName, long nanos, boolean isRead) {}

    /** By field name in lower case. */
    Map<String, String> answers(Connection connection) throws SQLException {
        Answers known = latest;
        if (known.isRead && System.nanoTime() - known.nanos < FRESH) {
            return known.byName;
        }
        Map<String, String> read = new HashMap<>();
        for (Map.Entry<String, String> one :
                Statements.list(connection, ANSWERS, row -> Map.entry(row.getString(1), row.getString(2)))) {
            read.putIfAbsent(one.getKey().toLowerCase(Locale.ROOT), one.getValue());
        }
        latest = new Answers(Map.copyOf(read), System.nanoTime(), true);
        return read;
    }
}
