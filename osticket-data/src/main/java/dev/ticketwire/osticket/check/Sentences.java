package dev.ticketwire.osticket.check;

import dev.ticketwire.osticket.check.Tables.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All messages about a database that cannot be used, or only with reservations. Each names the problem, then the
 * remedy. docs/database.md explains them; a test compares that page with this list.
 */
public final class Sentences {
    private Sentences() {}

    static String notMariaDb(Server server) {
        return notMariaDb(server.version());
    }

    /** @param version as reported by the server */
    public static String notMariaDb(String version) {
        return "The server is MySQL or something like it (" + version + "), and Ticketwire needs MariaDB 10.6 or newer."
                + " Move the help desk's database to MariaDB.";
    }

    static String oldMariaDb(Server server) {
        return "The server is MariaDB " + server.version().replaceFirst("-.*", "")
                + ", and Ticketwire needs 10.6 or newer. Upgrade the server.";
    }

    static String readOnly(Map<String, String> settings) {
        String names = settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .collect(Collectors.joining(", "));
        return "The server is read-only (" + names + "), and Ticketwire has to write."
                + " Name the server that osTicket writes to, or switch the setting off.";
    }

    static String noHelpDesk(String database, int tables) {
        return "The database " + database + " holds no osTicket help desk: "
                + (tables == 0
                        ? "it has no tables that this user may see."
                        : "none of its " + tables + " tables belong to one.");
    }

    static String severalHelpDesks(String database, List<String> prefixes) {
        return "The database " + database + " holds several help desks, with the table prefixes "
                + String.join(", ", prefixes) + ". Set TICKETWIRE_TABLE_PREFIX to the one that is meant.";
    }

    static String impossiblePrefix() {
        return "TICKETWIRE_TABLE_PREFIX may hold up to 20 letters, digits and underscores only.";
    }

    static String otherPrefix(String prefix, List<String> found) {
        return "There is no help desk with the table prefix " + prefix + ", but one with " + String.join(", ", found)
                + ". Set TICKETWIRE_TABLE_PREFIX=" + found.getFirst() + ".";
    }

    static String tooOldOsTicket(String version) {
        return "This is a help desk of osTicket " + version
                + ", and Ticketwire needs 1.17 or 1.18. Upgrade osTicket first.";
    }

    static String unknownSignature(@Nullable String signature) {
        return "osTicket's schema_signature is " + (signature == null ? "missing" : signature)
                + ", which is neither that of 1.17 nor that of 1.18. All tables and columns that Ticketwire needs are"
                + " there, so it goes on; try it on a copy first.";
    }

    static String missingTables(List<NeededTable> tables, String prefix) {
        String names = tables.stream().map(table -> table.in(prefix)).collect(Collectors.joining(", "));
        boolean madeByOsTicket = tables.stream().anyMatch(NeededTable::isCustomData);
        return "osTicket's tables " + names + " are missing: this is an osTicket before 1.17, an upgrade of it that did"
                + " not end, a dump that was not loaded whole, or the user may not see them."
                + (madeByOsTicket
                        ? " Those that end in __cdata osTicket makes itself when an agent opens its lists."
                        : "");
    }

    static String missingColumns(String table, Collection<String> columns) {
        return "The table " + table + " lacks the columns " + String.join(", ", columns)
                + ": this is an osTicket before 1.17, or an upgrade of it that did not end.";
    }

    static String notInnoDb(List<Table> tables) {
        String kinds = tables.stream()
                .map(table -> String.valueOf(table.engine()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return tables.size() + " of the tables that Ticketwire writes are not InnoDB (" + kinds
                + "): nothing would hold the rows of a ticket together. Back up, and convert each;"
                + " osTicket cannot write"
                + " to a table meanwhile:\n"
                + tables.stream().map(Table::conversion).collect(Collectors.joining("\n"));
    }

    static String view(List<Table> tables) {
        return names(tables) + ": a view or a table that the server cannot open, and Ticketwire has to write to it."
                + " CHECK TABLE says what is wrong with a table.";
    }

    static String otherDefaultEngine(String engine, String prefix) {
        return "The server makes new tables with " + engine + " (default_storage_engine): osTicket will make "
                + prefix + "ticket__cdata and " + prefix
                + "user__cdata in it the next time a form is changed, and Ticketwire will"
                + " stop then. SET GLOBAL default_storage_engine = InnoDB; and the same in the server's configuration.";
    }

    static String missingRights(String user, Map<String, List<String>> tables, String database) {
        String list = tables.entrySet().stream()
                .map(one -> one.getKey() + " on " + String.join(", ", one.getValue()))
                .collect(Collectors.joining("; "));
        return "The user " + user + " lacks rights: " + list
                + ". An administrator gives them all:\nGRANT SELECT, INSERT, UPDATE, DELETE ON `" + database + "`.* TO "
                + quoted(user) + ";";
    }

    static String missingRightsToMigrate(String user, Collection<String> rights, String database) {
        return "The user " + user + " may not add Ticketwire's tables and indexes. It lacks "
                + String.join(", ", rights)
                + ". Migrate as an administrator, or let one do:\nGRANT SELECT, INSERT, UPDATE, DELETE,"
                + " CREATE, ALTER ON `"
                + database + "`.* TO " + quoted(user) + ";";
    }

    static String notMigrated(Set<String> missing) {
        return "Ticketwire's own additions to the database are missing (" + String.join(", ", missing)
                + "). Run ./ticketwire migrate.";
    }

    /** @param message the database's own */
    public static String migrationStopped(String step, String message) {
        return "The migration stopped at “" + step
                + "”; what was added before it stays, and is left alone the next time."
                + " Mend the cause and run ./ticketwire migrate again: it goes on from there. The database says: "
                + message;
    }

    /** @param message the database's own */
    public static String tableInUse(String step, String message) {
        return "The migration stopped at “" + step + "”, because another transaction has held the table for longer than"
                + " it waits. End that one (SHOW PROCESSLIST), or choose a quieter moment, and run"
                + " ./ticketwire migrate again:"
                + " it goes on from there. The database says: " + message;
    }

    /** The recorded migration history does not match the scripts of this version. */
    public static String otherHistory() {
        return "The table ticketwire_schema_history does not fit this version of Ticketwire: it was changed by hand, or"
                + " another version wrote it. Scripts only add what is missing, so it may be made anew: DROP TABLE"
                + " ticketwire_schema_history; and run ./ticketwire migrate again.";
    }

    /** @param message the database's own, or the driver's */
    public static String noAnswer(String database, String user, String message) {
        return "The database " + database + " cannot be reached or read as " + user + ": " + message;
    }

    /** @param why one of the sentences below */
    public static String dumpCutOff(String file, String why) {
        return "The dump " + file + " is cut off: " + why
                + " Nothing of it was kept. Make it anew, and see that there is" + " room for it.";
    }

    public static String gzipEnds() {
        return "its compressed data end in the middle.";
    }

    public static String statementWithoutEnd(long line) {
        return "its last statement, from line " + line + " on, has no end.";
    }

    public static String settingsNotRestored(Collection<String> settings) {
        return "settings that are changed at its beginning are not put back at its end (" + String.join(", ", settings)
                + ").";
    }

    /** @param message the client's own */
    public static String dumpRefused(String file, String message) {
        return "The dump " + file + " could not be loaded, and nothing of it was kept. The database says: " + message;
    }

    /** @param problems a list */
    public static String dumpUnusable(String file, String problems) {
        return "The help desk of the dump " + file + " cannot be used as it is, and nothing of it was kept:\n"
                + problems
                + "\nMend it where the dump was made, and make the dump anew. Engines can also be"
                + " changed in the dump itself.";
    }

    /** @param problems a list */
    public static String unusable(String database, String problems) {
        return "The database " + database + " cannot be used as it is, and nothing was changed:\n" + problems;
    }

    private static String names(List<Table> tables) {
        return tables.stream().map(Table::name).collect(Collectors.joining(", "));
    }

    /** A user such as {@code desk@%}, quoted for a statement. */
    private static String quoted(String user) {
        int at = user.lastIndexOf('@');
        return at < 0 ? "'" + user + "'" : "'" + user.substring(0, at) + "'@'" + user.substring(at + 1) + "'";
    }
}
