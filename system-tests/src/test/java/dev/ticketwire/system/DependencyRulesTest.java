package dev.ticketwire.system;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of the code that no compiler knows. That no module depends on a service, Maven's enforcer sees to. */
class DependencyRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CHANGES_OSTICKET =
            Pattern.compile("(INSERT( IGNORE)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\\s+\\{|Insert\\.into\\(\\s*\"\\{");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(/?\\*|//).*$", Pattern.MULTILINE);
    /** The gateway administers keys through it. */
    private static final String KEYS = Path.of("osticket", "key").toString();

    private static final String SEED = Path.of("dev", "ticketwire", "seed").toString();
    private static final String NAMES_TABLES = "TablePrefix.named(";

    static Stream<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packagesFormNoCycle(Path module) {
        Path classes = module.resolve("target/classes");
        assertThat(classes).isDirectory();

        JavaClasses ours = new ClassFileImporter().importPath(classes);

        slices().matching("dev.ticketwire.(**)").should().beFreeOfCycles().check(ours);
    }

    @Test
    void onlyTheCommandServiceChangesOsTicketsRowsButForKeysAndTheSeedOfDemoHelpDesks() throws IOException {
        List<Path> writers = modules()
                .flatMap(DependencyRulesTest::sources)
                .filter(source ->
                        !source.toString().contains(SEED) && !source.toString().contains(KEYS))
                .filter(source -> CHANGES_OSTICKET
                        .matcher(COMMENT.matcher(text(source)).replaceAll(""))
                        .find())
                .toList();

        assertThat(writers)
                .isNotEmpty()
                .allSatisfy(source -> assertThat(module(source)).isEqualTo("ticket-command-service"));
    }

    @Test
    void theGatewayAndTheContractsKnowNoTableOfOsTicket() throws IOException {
        List<String> knowing = modules()
                .flatMap(DependencyRulesTest::sources)
                .filter(source -> text(source).contains(NAMES_TABLES))
                .map(DependencyRulesTest::module)
                .distinct()
                .toList();

        assertThat(knowing)
                .isNotEmpty()
                .isSubsetOf(
                        "osticket-data",
                        "ticket-command-service",
                        "ticket-query-service",
                        "subticket-service",
                        "stats-service",
                        "event-service");
    }

    private static Stream<Path> sources(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String module(Path source) {
        return ROOT.relativize(source).getName(0).toString();
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
