package dev.ticketwire.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.command.CommandCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/events.md} lists what there is. */
class EventsPageTest {
    private static final String PAGE = page();
    private static final Pattern TYPE =
            Pattern.compile("(?m)^\\| \\[`([a-z_.0-9]+)`]\\(([^)]+)\\) \\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^\\| `([a-z]+)` \\| `(ce_[a-z]+|content-type)` \\|");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");

    @ParameterizedTest
    @EnumSource(TicketEventType.class)
    void aTypeIsListedWithItsMembersAndLinksToItsExample(TicketEventType type) {
        List<MatchResult> rows = TYPE.matcher(PAGE)
                .results()
                .filter(row -> row.group(1).equals(type.type()))
                .toList();

        assertThat(rows).hasSize(1);
        MatchResult row = rows.get(0);
        assertThat(Path.of("../docs").resolve(row.group(2))).isRegularFile();
        assertThat(row.group(3)).isNotBlank();
        if (type != TicketEventType.FEED_GAP) {
            assertThat(names(row.group(4)))
                    .isEqualTo(
                            type.members().stream().map(ChangedMember::member).collect(Collectors.toSet()));
            assertThat(row.group(4).contains("before")).isEqualTo(type.canHaveBefore());
            assertThat(row.group(4).contains("after")).isEqualTo(type.hasAfter());
        }
    }

    @Test
    void noOtherTypeIsListed() {
        assertThat(TYPE.matcher(PAGE).results().map(row -> row.group(1)))
                .allMatch(type -> TicketEventType.of(type).isPresent());
    }

    @Test
    void theAttributesAreThoseOfTheExamples() {
        Set<String> listed = ATTRIBUTE
                .matcher(PAGE)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = new TreeSet<>();
        EventSchemas.example(TicketEventType.CREATED).fieldNames().forEachRemaining(written::add);
        written.removeAll(Set.of("specversion", "data"));

        assertThat(listed).isEqualTo(written);
    }

    @Test
    void theExampleIsTheGoldenOne() throws IOException {
        JsonNode shown = CommandCodec.json()
                .readTree(PAGE.substring(PAGE.indexOf("```json\n") + 8, PAGE.indexOf("\n```\n</details>")));

        assertThat(shown).isEqualTo(EventSchemas.example(TicketEventType.TRANSFERRED));
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toSet());
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/events.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
