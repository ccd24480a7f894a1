package dev.ticketwire.osticket.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grants of the user and its active roles, by {@code SHOW GRANTS}. Used only for rights to alter tables, which
 * {@code EXPLAIN} cannot check (see {@link Rights}).
 */
final class Grants {
    /** {@code GRANT SELECT, ALTER ON `desk\_1`.* TO …}: rights, database or {@code *}, table or {@code *}. */
    private static final Pattern GRANT = Pattern.compile(
            "^GRANT (.+?) ON (?:TABLE )?(\\*|`(?:[^`]|``)+`)\\.(\\*|`(?:[^`]|``)+`) TO .*", Pattern.DOTALL);
    /** Columns in parentheses limit a right to these columns. */
    private static final Pattern COLUMNS = Pattern.compile("[^,]*\\([^)]*\\)");

    private final List<Grant> grants;

    private record Grant(Set<String> rights, String database, String table) {
        boolean covers(String right, String inDatabase, String onTable) {
            return (rights.contains(right) || rights.contains("ALL PRIVILEGES"))
                    && (database.equals("*") || like(database, inDatabase))
                    && (table.equals("*") || table.equals(onTable));
        }
    }

    private Grants(List<Grant> grants) {
        this.grants = grants;
    }

    static Grants of(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GRANTS")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return of(lines);
    }

    static Grants of(List<String> lines) {
        List<Grant> grants = new ArrayList<>();
        for (String line : lines) {
            Matcher grant = GRANT.matcher(line);
            if (grant.matches()) {
                grants.add(new Grant(rights(grant.group(1)), name(grant.group(2)), name(grant.group(3))));
            }
        }
        return new Grants(grants);
    }

    /** @param table {@code *} for one that does not exist yet */
    boolean allow(String right, String database, String table) {
        return grants.stream().anyMatch(grant -> grant.covers(right, database, table));
    }

    private static Set<String> rights(String list) {
        String whole = COLUMNS.matcher(list).replaceAll("");
        return Set.copyOf(List.of(whole.toUpperCase(Locale.ROOT).strip().split("\\s*,\\s*")).stream()
                .distinct()
                .toList());
    }

    private static String name(String quoted) {
        return quoted.equals("*")
                ? quoted
                : quoted.substring(1, quoted.length() - 1).replace("``", "`");
    }

    /**
     * Databases in grants are patterns: {@code %} matches any text, {@code _} any character, a backslash escapes them.
     */
    private static boolean like(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                regex.append(Pattern.quote(pattern.substring(i, i + 1)));
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                .matcher(name)
                .matches();
    }
}
