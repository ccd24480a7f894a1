package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that argues for the table of the panel's events says the same as the table. */
class PanelPageTest {
    private static final Path PAGE = Path.of("../docs/events-of-the-panel.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)`: [^|]* \\| ([^|]*) \\| [^|]*\\|");
    private static final Pattern EVENT = Pattern.compile("`(\\w+)` ([a-z_]+( \\d+)?)");

    @Test
    void thePageNamesTheEventsOfTheTable() throws IOException {
        Map<String, List<String>> table = new LinkedHashMap<>();
        PanelTable.read()
                .forEach((action, events) -> table.put(
                        action,
                        sorted(events.stream()
                                .map(PanelTable.Line::withoutChange)
                                .toList())));

        assertThat(page()).isEqualTo(table);
    }

    private static Map<String, List<String>> page() throws IOException {
        Map<String, List<String>> page = new LinkedHashMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                page.put(row.group(1), sorted(events(row.group(2))));
            }
        }
        return page;
    }

    /** {@code 100001, 100002: `deleted` agent 1<br>100003: `assigned` system} */
    private static List<String> events(String cell) {
        List<String> events = new ArrayList<>();
        for (String part : cell.equals("none") ? new String[0] : cell.split("<br>")) {
            String[] sides = part.split(": ", 2);
            for (String number : sides[0].split(", ")) {
                Matcher event = EVENT.matcher(sides[1]);
                while (event.find()) {
                    events.add(number + " " + event.group(1) + " " + event.group(2));
                }
            }
        }
        return events;
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }
}
