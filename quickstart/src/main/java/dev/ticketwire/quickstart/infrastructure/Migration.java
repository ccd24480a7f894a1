package dev.ticketwire.quickstart.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Ticketwire's own additions to osTicket's schema, which only add: what it needs ({@code db/migration}), and the indexes
 * that make it fast ({@code db/indexes}).
 */
public final class Migration {
    private static final String HISTORY = "ticketwire_schema_history";
    private static final Consumer<String> SILENT = line -> {};

    private Migration() {}

    /** What becomes of the indexes this time. Those that are there stay in either case. */
    public enum Indexes {
        BUILT,
        /** For databases where somebody else builds them, or nobody. */
        LEFT_OUT
    }

    /** As {@link #migrate(Database, Indexes, Consumer)}, all of it and silently. */
    public static int migrate(Database database) {
        return migrate(database, Indexes.BUILT, SILENT);
    }

    /**
     * Brings an osTicket database up to date; one that is stays as it is.
     *
     * @param database as a user who may alter tables
     * @param say takes a line before each script that is run
     * @return how many scripts were run
     */
    public static int migrate(Database database, Indexes indexes, Consumer<String> say) {
        String prefix = tablePrefix(database);
        return Flyway.configure()
                .dataSource(
                        database.url() + "?sessionVariables=sql_mode='',sql_notes=0",
                        database.user(),
                        database.password())
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion(MigrationVersion.fromVersion("0"))
                // Versions 1 and 2 are history, which an old build folder may still hold; and the indexes may be left
                // out after they were built.
                .ignoreMigrationPatterns("*:missing", "*:ignored")
                .placeholders(Map.of("prefix", prefix))
                .locations(
                        indexes == Indexes.BUILT
                                ? new String[] {"classpath:db/migration", "classpath:db/indexes"}
                                : new String[] {"classpath:db/migration"})
                .callbacks(new Announcement(prefix, say))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /**
     * @return the prefix of osTicket's tables, {@code ost_} unless somebody chose another
     * @throws IllegalStateException if the database holds no osTicket help desk
     */
    public static String tablePrefix(Database database) {
        String sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                + " AND table_name LIKE '%ticket\\_status' ORDER BY LENGTH(table_name) LIMIT 1";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, database.name());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("The database " + database.name()
                            + " holds no osTicket help desk (no table ticket_status).");
                }
                String table = rows.getString(1);
                return table.substring(0, table.length() - "ticket_status".length());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + database + " does not answer: " + e.getMessage(), e);
        }
    }
}
