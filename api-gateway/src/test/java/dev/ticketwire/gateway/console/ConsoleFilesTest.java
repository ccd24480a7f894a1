package dev.ticketwire.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.event.TicketEventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of the console's files without a browser. */
class ConsoleFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/console");
    private static final Pattern IMPORT = Pattern.compile("from '(\\.[^']+)'");
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("(?m)^ {2}'?([A-Za-z0-9.-]+)'?: ['{]");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\{)\\{(\\w+)}");

    private final ConsoleFiles files = new ConsoleFiles();

    @Test
    void everyFileOfTheFolderIsServed() throws IOException {
        for (Path file : everything()) {
            assertThat(files.find(FOLDER.relativize(file).toString()))
                    .as("%s", file)
                    .isPresent();
        }
    }

    @Test
    void everyFileThatOneNamesIsThere() throws IOException {
        for (String name : found(REFERENCE, read("index.html"))) {
            assertThat(files.find(name)).as(name).isPresent();
        }
        for (Path file : everything()) {
            for (String name : found(IMPORT, Files.readString(file))) {
                assertThat(file.resolveSibling(name))
                        .as("%s names %s", file, name)
                        .exists();
            }
        }
    }

    @Test
    void nothingIsNamedThatIsElsewhere() throws IOException {
        for (Path file : everything()) {
            assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
                    .as("%s", file)
                    .doesNotContainPattern("(?:src|href|import|url|fetch)\\W{1,4}(?:https?:)?//");
        }
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces() throws IOException {
        String english = read("text/en.js");
        String german = read("text/de.js");

        assertThat(found(TEXT, german)).containsExactlyElementsOf(found(TEXT, english));
        assertThat(found(PLACEHOLDER, german)).containsExactlyElementsOf(found(PLACEHOLDER, english));
    }

    @Test
    void itKnowsTheTypesOfEventsThatThereAre() throws IOException {
        List<String> types = Arrays.stream(TicketEventType.values())
                .map(type -> type.type().replaceFirst("\\.v\\d+$", ""))
                .toList();

        assertThat(found(Pattern.compile("'((?:ticket|feed)\\.[a-z_]+)'"), read("base/event-types.js")))
                .containsExactlyElementsOf(new TreeSet<>(types));
    }

    private static List<Path> everything() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
