package dev.ticketwire.k8s.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.k8s.tool.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunbooksTest {
    private static final Path FOLDER = Repository.path("docs/runbooks");
    private static final Pattern COMMAND = Pattern.compile("(?m)^([123])\\. .*\\n   ```sh\\n(?:   .*\\n)+?   ```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)[^):]*\\)");

    private static List<Path> pages() {
        return Repository.files(FOLDER, file -> !file.endsWith("README.md"));
    }

    @Test
    void everyAlertHasItsPageAndEveryPageItsAlert() {
        List<String> alerts = Alert.all().stream().map(Alert::name).toList();

        assertThat(pages())
                .extracting(page -> page.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        alerts.stream().map(alert -> alert + ".md").toList());
        assertThat(Repository.read(FOLDER.resolve("README.md")))
                .contains(alerts.stream()
                        .map(alert -> "[" + alert + "](" + alert + ".md)")
                        .toList());
    }

    @Test
    void everyPageTellsTheFirstThreeCommands() {
        assertThat(pages()).allSatisfy(page -> {
            Stream<String> numbers =
                    COMMAND.matcher(Repository.read(page)).results().map(found -> found.group(1));
            assertThat(numbers).containsExactly("1", "2", "3");
        });
    }

    @Test
    void everyPageTellsTheMeaningTheCausesAndWhenToEscalate() {
        assertThat(pages())
                .allSatisfy(page -> assertThat(Repository.read(page))
                        .contains("**Meaning.** ", "**Users see** ", "## Causes and remedies", "**Escalate**"));
    }

    @Test
    void everyLinkLeadsToAFile() {
        Stream<Path> guides = Stream.of(Repository.path("docs/operations.md"), Repository.path("docs/metrics.md"));

        assertThat(Stream.concat(guides, Stream.concat(pages().stream(), Stream.of(FOLDER.resolve("README.md")))))
                .allSatisfy(
                        page -> assertThat(LINK.matcher(Repository.read(page)).results())
                                .extracting((MatchResult link) -> page.resolveSibling(link.group(1)))
                                .allMatch(Files::exists));
    }
}
