package dev.ticketwire.quickstart.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Ticketwire's own additions to osTicket's schema: the scripts under {@code db/migration}. They only add. */
public final class Migration {
    private static final String HISTORY = "ticketwire_schema_history";

    private Migration() {}

    /**
     * Brings an osTicket database up to date; one that is stays as it is.
     *
     * @param database as a user who may alter tables
     * @return how many scripts were run
     */
    public static int migrate(Database database) {
        return Flyway.configure()
                .dataSource(
                        database.url() + "?sessionVariables=sql_mode='',sql_notes=0",
                        database.user(),
                        database.password())
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion(MigrationVersion.fromVersion("0"))
                .placeholders(Map.of("prefix", tablePrefix(database)))
                .locations("classpath:db/migration")
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
