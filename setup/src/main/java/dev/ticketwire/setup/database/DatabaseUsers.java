package dev.ticketwire.setup.database;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates the services' database users, by {@code users.sql}. */
public final class DatabaseUsers {
    private static final String FILE = "/users.sql";

    private DatabaseUsers() {}

    /**
     * Creates the users that are missing, sets all passwords, and gives every user its rights. Takes no right away, so
     * that services of the previous version go on beside those of this one.
     *
     * @param administrator who may create users, in the migrated database of the help desk
     * @param prefix of osTicket's tables
     * @param passwords of every account
     */
    public static void create(Database administrator, String prefix, Map<ServiceAccount, String> passwords) {
        try (Connection connection = administrator.connect()) {
            SqlScript.run(connection, statements(prefix, passwords));
        } catch (SQLException e) {
            throw new IllegalStateException("The database users could not be created: " + e.getMessage(), e);
        }
    }

    /** The statements with their placeholders replaced: these cannot be parameters. */
    static List<String> statements(String prefix, Map<ServiceAccount, String> passwords) {
        return SqlScript.statements(sql()).stream()
                .map(sql -> filled(sql.replace("${prefix}", prefix), passwords))
                .toList();
    }

    private static String filled(String statement, Map<ServiceAccount, String> passwords) {
        String filled = statement;
        for (ServiceAccount account : ServiceAccount.values()) {
            String placeholder = "'${" + account.label() + "_password}'";
            // Only in the statement that sets this password: another password may contain the text.
            if (statement.contains(placeholder)) {
                String password = Objects.requireNonNull(passwords.get(account), account.name());
                filled = statement.replace(placeholder, DatabaseAdministration.text(password));
            }
        }
        return filled;
    }

    private static InputStream sql() {
        return Objects.requireNonNull(DatabaseUsers.class.getResourceAsStream(FILE), FILE);
    }
}
