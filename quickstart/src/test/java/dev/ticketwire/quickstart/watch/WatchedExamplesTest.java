package dev.ticketwire.quickstart.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.event.EventSchemas;
import dev.ticketwire.contract.event.TicketEventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WatchedExamplesTest {
    private static final Path DOCUMENT = Path.of("../docs/events.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```watch\n(.*?)^```$");

    /** The golden examples are the life of one ticket. */
    @Test
    void theDocumentShowsWhatIsPrintedForALifeOfATicket() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
        assertThat(block.find()).isTrue();

        ChangeLine line = new ChangeLine(new TerminalText(false));
        String printed = Arrays.stream(TicketEventType.values())
                .map(EventSchemas::example)
                .sorted(Comparator.comparing(
                        (JsonNode event) -> event.path("time").asText()))
                .map(event -> line.of(event) + "\n")
                .collect(Collectors.joining());

        assertThat(printed).isEqualTo(block.group(1));
    }
}
