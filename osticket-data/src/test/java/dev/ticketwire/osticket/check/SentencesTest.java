package dev.ticketwire.osticket.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.check.Tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/database.md to the sentences: each is explained there. */
class SentencesTest {
    static Stream<String> sentences() {
        Server old = new Server("10.5.23-MariaDB", "", Map.of());
        Table table = new Table("ost_ticket", "MyISAM", "row_format=FIXED", false);
        return Stream.of(
                Sentences.notMariaDb("9.7.4"),
                Sentences.oldMariaDb(old),
                Sentences.readOnly(Map.of("read_only", "ON")),
                Sentences.noHelpDesk("desk", 0),
                Sentences.severalHelpDesks("desk", List.of("a_", "b_")),
                Sentences.impossiblePrefix(),
                Sentences.otherPrefix("a_", List.of("b_")),
                Sentences.tooOldOsTicket("1.16"),
                Sentences.unknownSignature(null),
                Sentences.missingTables(NeededTables.OF_OSTICKET, "ost_"),
                Sentences.missingColumns("ost_ticket", List.of("number")),
                Sentences.notInnoDb(List.of(table)),
                Sentences.view(List.of(table)),
                Sentences.otherDefaultEngine("Aria", "ost_"),
                Sentences.missingRights("u@%", Map.of("INSERT", List.of("ost_ticket")), "desk"),
                Sentences.missingRightsToMigrate("u@%", List.of("CREATE"), "desk"),
                Sentences.notMigrated(Set.of("table ticketwire_command")),
                Sentences.migrationStopped("keys", "no"),
                Sentences.tableInUse("keys", "no"),
                Sentences.otherHistory(),
                Sentences.noAnswer("desk", "root", "no"),
                Sentences.dumpCutOff("dump", Sentences.gzipEnds()),
                Sentences.dumpRefused("dump", "no"),
                Sentences.dumpUnusable("dump", "- no"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void theDocumentationExplains(String said) throws IOException {
        assertThat(explained()).anySatisfy(parts -> assertThat(said).containsSubsequence(parts));
    }

    /** What stands in backticks in the first column of the table, as the parts between the gaps. */
    private static List<List<String>> explained() throws IOException {
        return Files.readString(Path.of("../docs/database.md"))
                .lines()
                .dropWhile(line -> !line.equals("## When the database cannot be used"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf("` | ", 3)))
                .flatMap(column -> Arrays.stream(column.split("`, `")))
                .map(text -> List.of(text.split("…")).stream()
                        .filter(part -> !part.isBlank())
                        .toList())
                .filter(parts -> parts.getFirst().contains(" "))
                .toList();
    }
}
