package dev.ticketwire.osticket.check;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the list of tables to the statements of all modules and to osTicket's tables. */
class NeededTablesTest {
    private static final List<String> MODULES = List.of(
            "osticket-data",
            "api-gateway",
            "binlog",
            "ticket-command-service",
            "ticket-query-service",
            "subticket-service",
            "stats-service",
            "event-service",
            "webhook-service",
            "mail-service");

    /** Words of the sources that happen to be names of columns, too. */
    private static final Map<String, Set<String>> COINCIDENCES = Map.of(
            "ticket", Set.of("version", "user_email_id", "lock_id", "source_extra"),
            "organization", Set.of("name", "extra", "created", "updated"),
            "email_template_group", Set.of("name"),
            "user_account", Set.of("id", "status"),
            "organization__cdata", Set.of("name", "address", "phone", "website", "notes"),
            "ticket__cdata", Set.of("priority"),
            "user__cdata", Set.of("email", "name"),
            "api_key", Set.copyOf(NeededTables.PERMISSIONS));

    private static final Pattern CREATED =
            Pattern.compile("CREATE TABLE `?(?:ost_)?(\\w+)`? \\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("^\\s+`?(\\w+)`? +[a-z]", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("\\{([a-z_]+)}|@Table\\(name = \"(\\w+)\"\\)");
    private static final Pattern WRITTEN =
            Pattern.compile("(INSERT (?:IGNORE )?INTO|REPLACE INTO|UPDATE|DELETE (?:\\w+ )?FROM)\\s+"
                    + "(?:\\{([a-z_]+)}|(ticketwire_\\w+))");

    private static final Pattern INSERTED = Pattern.compile("Insert\\.into\\(\\s*\"\\{?(\\w+)}?\"([^;]*)");

    private static final Pattern CHANGED =
            Pattern.compile("(CREATE TABLE IF NOT EXISTS|ALTER TABLE) (?:\\$\\{prefix})?(\\w+)([^;]*);");
    private static final Pattern CREATED_COLUMN = Pattern.compile("^  ([a-z_]+) +[A-Z]", Pattern.MULTILINE);
    private static final Pattern ADDED_COLUMN = Pattern.compile("ADD COLUMN IF NOT EXISTS (\\w+)");

    private final Map<String, Set<String>> schema = schema();
    private final List<String> sources = sources();

    @Test
    void everyTableThatIsNamedIsListed() {
        Set<String> named = sources.stream()
                .flatMap(source -> NAMED.matcher(source).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(schema::containsKey)
                .collect(toSet());

        assertThat(named).isNotEmpty().isSubsetOf(listed().keySet());
    }

    @Test
    void everyColumnThatIsNamedBesideItsTableIsListed() {
        Map<String, Set<String>> missing = new HashMap<>();
        for (String source : sources) {
            Set<String> words = new HashSet<>(List.of(source.split("\\W+")));
            NAMED.matcher(source)
                    .results()
                    .map(NeededTablesTest::name)
                    .distinct()
                    .forEach(table -> {
                        Set<String> columns = new TreeSet<>(schema.getOrDefault(table, Set.of()));
                        columns.retainAll(words);
                        columns.removeAll(listed().getOrDefault(table, Set.of()));
                        columns.removeAll(COINCIDENCES.getOrDefault(table, Set.of()));
                        if (!columns.isEmpty()) {
                            missing.computeIfAbsent(table, t -> new TreeSet<>()).addAll(columns);
                        }
                    });
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyVerbIsListed() {
        Set<String> missing = new TreeSet<>();
        for (String source : sources) {
            WRITTEN.matcher(source.replaceAll("\"\\s*\\+\\s*\"", "")).results().forEach(found -> {
                String table = found.group(2) == null ? found.group(3) : found.group(2);
                String verb = found.group(1).startsWith("REPLACE")
                        ? "I"
                        : found.group(1).substring(0, 1);
                missing.addAll(unlisted(verb, table));
            });
            INSERTED.matcher(source).results().forEach(found -> {
                missing.addAll(unlisted("I", found.group(1)));
                if (found.group(2).contains(".updatingDuplicates(")) {
                    missing.addAll(unlisted("U", found.group(1)));
                }
            });
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyColumnThatIsListedIsOneOfOsTickets() {
        assertThat(NeededTables.OF_OSTICKET)
                .allSatisfy(table ->
                        assertThat(schema.get(table.name())).as(table.name()).containsAll(table.columns()));
    }

    /**
     * Readiness asks for these tables and columns: so a service never runs on a schema that lacks the newest
     * migration.
     */
    @Test
    void whatTheMigrationsAddIsListed() {
        Map<String, Set<String>> added = migrations();
        Set<String> permissions = new TreeSet<>(added.getOrDefault("api_key", Set.of()));
        added.keySet().removeIf(table -> !table.startsWith("ticketwire_"));

        assertThat(permissions).containsExactlyInAnyOrderElementsOf(NeededTables.PERMISSIONS);
        assertThat(NeededTables.OF_TICKETWIRE)
                .allSatisfy(table -> assertThat(added.get(table.name()))
                        .as(table.name())
                        .containsExactlyInAnyOrderElementsOf(table.columns()));
        assertThat(added).hasSameSizeAs(NeededTables.OF_TICKETWIRE);
    }

    /** Names of added columns by the table's name, without a prefix. */
    private static Map<String, Set<String>> migrations() {
        Map<String, Set<String>> added = new HashMap<>();
        for (Path script : files(Path.of("src/main/resources/db/migration"), ".sql")) {
            CHANGED.matcher(read(script)).results().forEach(change -> {
                Set<String> columns = added.computeIfAbsent(change.group(2), table -> new TreeSet<>());
                boolean isNew = change.group(1).startsWith("CREATE");
                (isNew ? CREATED_COLUMN : ADDED_COLUMN)
                        .matcher(change.group(3))
                        .results()
                        .forEach(column -> columns.add(column.group(1)));
            });
        }
        return added;
    }

    private static Set<String> unlisted(String verb, String table) {
        boolean isListed = all().anyMatch(
                        needed -> needed.name().equals(table) && needed.verbs().contains(verb));
        return isListed ? Set.of() : Set.of(verb + " " + table);
    }

    private static Map<String, Set<String>> listed() {
        Map<String, Set<String>> listed = new HashMap<>();
        all().forEach(table -> listed.put(table.name(), Set.copyOf(table.columns())));
        return listed;
    }

    private static Stream<NeededTable> all() {
        return Stream.concat(NeededTables.OF_OSTICKET.stream(), NeededTables.OF_TICKETWIRE.stream());
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** The tables of the demo help desk, which are those of osTicket 1.18. */
    private static Map<String, Set<String>> schema() {
        Map<String, Set<String>> schema = new HashMap<>();
        CREATED.matcher(read(Path.of("../setup/src/main/resources/demo/helpdesk.sql")))
                .results()
                .forEach(table -> {
                    Set<String> columns = new HashSet<>();
                    COLUMN.matcher(table.group(2)).results().forEach(column -> columns.add(column.group(1)));
                    schema.put(table.group(1), columns);
                });
        return schema;
    }

    private static List<String> sources() {
        return MODULES.stream()
                .flatMap(module -> files(Path.of("..", module, "src", "main", "java"), ".java").stream())
                .filter(file -> !file.endsWith("NeededTables.java"))
                .map(NeededTablesTest::read)
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
