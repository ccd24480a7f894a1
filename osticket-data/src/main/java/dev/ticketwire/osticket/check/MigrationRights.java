package dev.ticketwire.osticket.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rights that the migration needs beyond those of the services. */
final class MigrationRights {
    private MigrationRights() {}

    /**
     * The rights that the user lacks, as shown to the operator, e.g. {@code ALTER on ost_ticket}.
     *
     * @param prefix of osTicket's tables
     * @param isAnythingAdded whether a script will run
     */
    static List<String> lacking(Connection connection, String prefix, boolean isAnythingAdded) throws SQLException {
        Grants grants = Grants.of(connection);
        String database = connection.getCatalog();
        return needed(prefix, isAnythingAdded).entrySet().stream()
                .filter(right -> !grants.allow(right.getValue(), database, tableOf(right.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> needed(String prefix, boolean isAnythingAdded) {
        Map<String, String> needed = new LinkedHashMap<>();
        for (String right : List.of("SELECT", "INSERT", "UPDATE", "DELETE")) {
            needed.put(right + " on ticketwire_schema_history", right);
        }
        if (isAnythingAdded) {
            needed.put("CREATE", "CREATE");
            needed.put("ALTER on " + prefix + "ticket", "ALTER");
            needed.put("ALTER on " + prefix + "api_key", "ALTER");
        }
        return needed;
    }

    private static String tableOf(String right) {
        int on = right.indexOf(" on ");
        return on < 0 ? "*" : right.substring(on + 4);
    }
}
