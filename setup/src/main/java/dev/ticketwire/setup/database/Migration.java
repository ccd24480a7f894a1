package dev.ticketwire.setup.database;

import dev.ticketwire.osticket.check.DatabaseCheck;
import dev.ticketwire.osticket.check.DatabaseUnusable;
import dev.ticketwire.osticket.check.Findings;
import dev.ticketwire.osticket.check.Prefixes;
import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.osticket.check.Sentences;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Adds Ticketwire's tables and columns ({@code db/migration}) and optional indexes ({@code db/indexes}) to osTicket's
 * schema; changes nothing else. The database is checked first. Failures have our own messages: Flyway's recommend
 * backups, but every script of ours can be run again.
 */
public final class Migration {
    private static final String HISTORY = "ticketwire_schema_history";
    private static final String PREFIX = "TICKETWIRE_TABLE_PREFIX";
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int NO_SUCH_TABLE = 1146;
    private static final Consumer<String> SILENT = line -> {};
    /** Strongly referenced, so that its level stays off. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.OFF);
    }

    private Migration() {}

    /** Whether this run builds the optional indexes. Existing indexes stay in any case. */
    public enum Indexes {
        BUILT,
        /** They are built by somebody else, or not at all. */
        LEFT_OUT
    }

    /** As {@link #migrate(Database, Indexes, Purpose, Consumer)}, with all indexes and without output. */
    public static int migrate(Database database) {
        return migrate(database, Indexes.BUILT, Purpose.MIGRATE, SILENT);
    }

    /**
     * Brings an osTicket database up to date; does nothing if it already is.
     *
     * @param database as a user who may alter tables
     * @param purpose whether the services will connect as the same user
     * @param say receives a line before each script, and the warnings
     * @return number of scripts run
     * @throws DatabaseUnusable if the database cannot be used (nothing has been changed then), or a script failed
     */
    public static int migrate(Database database, Indexes indexes, Purpose purpose, Consumer<String> say) {
        Findings findings = look(database, purpose);
        if (!findings.isUsable()) {
            throw new DatabaseUnusable(Sentences.unusable(database.url(), findings.asList()));
        }
        if (!findings.warnings().isEmpty()) {
            say.accept("Warning:\n" + findings.warningsAsList());
        }
        MigrationAnnouncements announcement = new MigrationAnnouncements(tablePrefix(database), say);
        try {
            forgetFailures(database);
            return flyway(database, indexes, announcement).migrate().migrationsExecuted;
        } catch (SQLException e) {
            throw unusable(database, e);
        } catch (FlywayException e) {
            throw stopped(announcement.step(), cause(e));
        }
    }

    /** Checks whether the database can be used, without changing it. */
    public static Findings look(Database database, Purpose purpose) {
        try (Connection connection = database.connect()) {
            String prefix = Prefixes.choose(connection, System.getenv(PREFIX));
            return DatabaseCheck.of(connection, prefix, purpose, DatabaseCheck.Depth.ALL);
        } catch (SQLException e) {
            throw unusable(database, e);
        }
    }

    private static Flyway flyway(Database database, Indexes indexes, MigrationAnnouncements announcement) {
        return Flyway.configure()
                .dataSource(
                        database.url("sessionVariables=sql_mode='',sql_notes=0"), database.user(), database.password())
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion(MigrationVersion.fromVersion("0"))
                // Versions 1 and 2 are obsolete but may be in an old build folder, and the indexes may be omitted after
                // they were built.
                .ignoreMigrationPatterns("*:missing", "*:ignored")
                .placeholders(Map.of("prefix", announcement.prefix()))
                .locations(
                        indexes == Indexes.BUILT
                                ? new String[] {"classpath:db/migration", "classpath:db/indexes"}
                                : new String[] {"classpath:db/migration"})
                .callbacks(announcement)
                .load();
    }

    /**
     * Flyway refuses to go on after a script that failed. Ours only add what is missing: the failed one is run again.
     */
    private static void forgetFailures(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM " + HISTORY + " WHERE success = 0");
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_TABLE) {
                throw e;
            }
        }
    }

    private static DatabaseUnusable stopped(String step, @Nullable SQLException cause) {
        if (cause == null) {
            return new DatabaseUnusable(Sentences.otherHistory());
        }
        String message = words(cause);
        return new DatabaseUnusable(
                cause.getErrorCode() == LOCK_WAIT_TIMEOUT
                        ? Sentences.tableInUse(step, message)
                        : Sentences.migrationStopped(step, message));
    }

    /** The innermost one: that of the database. */
    private static @Nullable SQLException cause(Throwable e) {
        SQLException last = null;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                last = sql;
            }
        }
        return last;
    }

    /** Of MySQL this may be all that is to be had: its usual way to log in is not MariaDB's. */
    private static DatabaseUnusable unusable(Database database, SQLException e) {
        String version = ServerHandshake.version(database.host(), database.port());
        if (version != null && !version.contains("MariaDB")) {
            return new DatabaseUnusable(Sentences.unusable(database.url(), "- " + Sentences.notMariaDb(version)));
        }
        return new DatabaseUnusable(Sentences.noAnswer(database.url(), database.user(), words(e)));
    }

    /** The server's words, without the driver's note about its connection. */
    private static String words(SQLException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
    }

    /**
     * @return the prefix of osTicket's tables: that of {@code TICKETWIRE_TABLE_PREFIX}, else that which the database
     *     has
     * @throws DatabaseUnusable if the database holds no help desk, or several
     */
    public static String tablePrefix(Database database) {
        try (Connection connection = database.connect()) {
            return Prefixes.choose(connection, System.getenv(PREFIX));
        } catch (SQLException e) {
            throw unusable(database, e);
        }
    }
}
