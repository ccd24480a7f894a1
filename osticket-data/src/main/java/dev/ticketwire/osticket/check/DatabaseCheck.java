package dev.ticketwire.osticket.check;

import dev.ticketwire.osticket.check.Tables.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a database once and reports all problems together. Only reads. */
public final class DatabaseCheck {
    private final Connection connection;
    private final String prefix;
    private final Purpose purpose;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** How much is checked. */
    public enum Depth {
        /**
         * Conditions that can make writes unsafe at any moment, server settings and table engines: two statements, 1 to
         * 2 ms.
         */
        ENGINES,
        /** Tables, columns and version as well: five statements, about 5 ms. */
        STRUCTURE,
        /** The user's rights as well: up to four statements more for each table, about 8 ms in all. */
        ALL
    }

    private DatabaseCheck(Connection connection, String prefix, Purpose purpose) {
        this.connection = connection;
        this.prefix = prefix;
        this.purpose = purpose;
    }

    /**
     * @param prefix of osTicket's tables
     * @throws SQLException if the database does not answer
     */
    public static Findings of(Connection connection, String prefix, Purpose purpose, Depth depth) throws SQLException {
        DatabaseCheck check = new DatabaseCheck(connection, prefix, purpose);
        check.look(depth);
        return new Findings(check.problems, check.warnings);
    }

    private void look(Depth depth) throws SQLException {
        Server server = Server.of(connection);
        server(server);
        Map<String, Table> tables = Tables.all(connection);
        if (!Prefixes.of(tables.keySet()).contains(prefix)) {
            noHelpDesk(tables);
            return;
        }
        if (depth != Depth.ENGINES) {
            structure(server, tables, depth);
        }
        engines(tables.values(), server);
    }

    private void structure(Server server, Map<String, Table> tables, Depth depth) throws SQLException {
        Map<String, Set<String>> columns = Tables.columns(connection);
        boolean isWhole = osTickets(tables, columns);
        version(tables, isWhole);
        own(tables, columns);
        if (depth == Depth.ALL && server.isMariaDb()) {
            rights(tables, columns);
        }
    }

    private void server(Server server) {
        if (!server.isMariaDb()) {
            problems.add(Sentences.notMariaDb(server));
        } else if (!server.isNewEnough()) {
            problems.add(Sentences.oldMariaDb(server));
        }
        if (purpose.changes() && !server.readOnly().isEmpty()) {
            problems.add(Sentences.readOnly(server.readOnly()));
        }
    }

    private void noHelpDesk(Map<String, Table> tables) throws SQLException {
        List<String> others = Prefixes.of(tables.keySet());
        problems.add(
                others.isEmpty()
                        ? Sentences.noHelpDesk(connection.getCatalog(), tables.size())
                        : Sentences.otherPrefix(prefix, others));
    }

    /** @return whether all needed tables and columns exist */
    private boolean osTickets(Map<String, Table> tables, Map<String, Set<String>> columns) {
        List<NeededTable> missing = osTickets()
                .filter(table -> !tables.containsKey(table.in(prefix)))
                .toList();
        if (!missing.isEmpty()) {
            problems.add(Sentences.missingTables(missing, prefix));
        }
        return osTicketsColumns(tables, columns) && missing.isEmpty();
    }

    /** @return whether the existing tables have all needed columns */
    private boolean osTicketsColumns(Map<String, Table> tables, Map<String, Set<String>> columns) {
        boolean isWhole = true;
        for (NeededTable table : osTickets().toList()) {
            List<String> lacking = lacking(table, table.columns(), columns);
            if (tables.containsKey(table.in(prefix)) && !lacking.isEmpty()) {
                problems.add(Sentences.missingColumns(table.in(prefix), lacking));
                isWhole = false;
            }
        }
        return isWhole;
    }

    private List<String> lacking(NeededTable table, List<String> wanted, Map<String, Set<String>> columns) {
        Set<String> there = columns.getOrDefault(table.in(prefix), Set.of());
        return wanted.stream().filter(column -> !there.contains(column)).toList();
    }

    private void version(Map<String, Table> tables, boolean isWhole) throws SQLException {
        if (!tables.containsKey(prefix + "config")) {
            return;
        }
        String signature = OsTicketVersion.signature(connection, prefix);
        String old = signature == null ? null : OsTicketVersion.tooOld(signature);
        if (old != null) {
            problems.add(Sentences.tooOldOsTicket(old));
        } else if (isWhole && (signature == null || !OsTicketVersion.isKnown(signature))) {
            warnings.add(Sentences.unknownSignature(signature));
        }
    }

    /** Reports missing tables of Ticketwire's own, unless a migration is about to create them. */
    private void own(Map<String, Table> tables, Map<String, Set<String>> columns) throws SQLException {
        Set<String> missing = missingOfOurs(tables, columns);
        if (!purpose.migrates() && !missing.isEmpty()) {
            problems.add(Sentences.notMigrated(missing));
        }
    }

    private Set<String> missingOfOurs(Map<String, Table> tables, Map<String, Set<String>> columns) throws SQLException {
        Set<String> missing = new LinkedHashSet<>();
        for (NeededTable table : ours().toList()) {
            missing.addAll(missingOf(table, tables, columns));
        }
        Set<String> keys = columns.getOrDefault(prefix + "api_key", Set.of());
        NeededTables.PERMISSIONS.stream()
                .filter(column -> !keys.contains(column))
                .forEach(column -> missing.add("column " + prefix + "api_key." + column));
        if (purpose.concernsTickets() && !hasIndex()) {
            missing.add("index " + NeededTables.INDEX + " of " + prefix + "ticket");
        }
        return missing;
    }

    private List<String> missingOf(NeededTable table, Map<String, Table> tables, Map<String, Set<String>> columns) {
        return tables.containsKey(table.name())
                ? lacking(table, table.columns(), columns).stream()
                        .map(column -> "column " + table.name() + "." + column)
                        .toList()
                : List.of("table " + table.name());
    }

    private boolean hasIndex() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = '"
                                + prefix + "ticket' AND index_name = '" + NeededTables.INDEX + "' LIMIT 1")) {
            return rows.next();
        }
    }

    private void engines(Collection<Table> all, Server server) {
        Set<String> written = new LinkedHashSet<>();
        needed().filter(NeededTable::isWritten).forEach(table -> written.add(table.in(prefix)));
        Map<Boolean, List<Table>> others = all.stream()
                .filter(table -> written.contains(table.name()) && !table.isInnoDb())
                .collect(Collectors.partitioningBy(table -> table.engine() != null));
        addIfAny(others.getOrDefault(true, List.of()), Sentences::notInnoDb);
        addIfAny(others.getOrDefault(false, List.of()), Sentences::view);
        if (server.isMariaDb() && !server.defaultEngine().equalsIgnoreCase("InnoDB")) {
            warnings.add(Sentences.otherDefaultEngine(server.defaultEngine(), prefix));
        }
    }

    private void addIfAny(List<Table> tables, Function<List<Table>, String> problem) {
        if (!tables.isEmpty()) {
            problems.add(problem.apply(tables));
        }
    }

    private void rights(Map<String, Table> tables, Map<String, Set<String>> columns) throws SQLException {
        List<NeededTable> whole = needed().filter(table -> tables.containsKey(table.in(prefix)))
                .filter(table -> lacking(table, table.columns(), columns).isEmpty())
                .toList();
        Map<String, List<String>> missing = Rights.missing(connection, whole, prefix, purpose);
        if (!missing.isEmpty()) {
            problems.add(Sentences.missingRights(user(), missing, connection.getCatalog()));
        }
        if (purpose.migrates()) {
            boolean isAnythingAdded = !missingOfOurs(tables, columns).isEmpty();
            List<String> lacking = MigrationRights.lacking(connection, prefix, isAnythingAdded);
            if (!lacking.isEmpty()) {
                problems.add(Sentences.missingRightsToMigrate(user(), lacking, connection.getCatalog()));
            }
        }
    }

    private String user() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            return Objects.requireNonNullElse(row.getString(1), "");
        }
    }

    private Stream<NeededTable> needed() {
        return Stream.concat(osTickets(), ours());
    }

    private Stream<NeededTable> osTickets() {
        return NeededTables.OF_OSTICKET.stream().filter(purpose::concerns);
    }

    private Stream<NeededTable> ours() {
        return NeededTables.OF_TICKETWIRE.stream().filter(purpose::concerns);
    }
}
