package dev.ticketwire.osticket.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The prefixes under which a database holds help desks. */
public final class Prefixes {
    /**
     * Tables of a help desk. If enough of them exist it is a help desk, perhaps an incomplete one, and not another
     * application with a table {@code ticket}.
     */
    private static final List<String> MARKS =
            List.of("api_key", "department", "help_topic", "ticket", "staff", "ticket_status", "form_entry", "syslog");

    private static final int ENOUGH = 4;
    /** Restricted because the prefix becomes part of SQL statements. */
    private static final String ALLOWED = "[A-Za-z0-9_]{0,20}";

    private Prefixes() {}

    /** @return in order; empty if the database holds no help desk */
    static List<String> of(Collection<String> tables) {
        TreeSet<String> prefixes = new TreeSet<>();
        for (String table : tables) {
            for (String mark : MARKS) {
                if (table.endsWith(mark)) {
                    prefixes.add(table.substring(0, table.length() - mark.length()));
                }
            }
        }
        return prefixes.stream()
                .filter(prefix -> prefix.matches(ALLOWED))
                .filter(prefix -> MARKS.stream()
                                .filter(mark -> tables.contains(prefix + mark))
                                .count()
                        >= ENOUGH)
                .toList();
    }

    /**
     * The prefix to use.
     *
     * @param wanted the operator's setting, null if not set
     * @throws DatabaseUnusable if it cannot be determined
     */
    public static String choose(Connection connection, @Nullable String wanted) throws SQLException {
        if (wanted != null) {
            if (!wanted.matches(ALLOWED)) {
                throw new DatabaseUnusable(Sentences.impossiblePrefix());
            }
            return wanted;
        }
        Collection<String> tables = Tables.all(connection).keySet();
        List<String> prefixes = of(tables);
        if (prefixes.size() == 1) {
            return prefixes.getFirst();
        }
        String database = connection.getCatalog();
        throw new DatabaseUnusable(
                prefixes.isEmpty()
                        ? Sentences.noHelpDesk(database, tables.size())
                        : Sentences.severalHelpDesks(database, prefixes));
    }
}
