package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketwire.contract.event.TicketEvent;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recorded actions of the real help desk, and the events that each gives: {@code panel-events.csv}. The recordings lie
 * beside the clone; without them the tests are skipped.
 */
@NullUnmarked // rows: any column may be null
class PanelEventsTest {
    private static PanelActions actions;
    private static Map<String, List<String>> expected;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(PanelActions.areThere(), "no recorded actions beside the clone (../shared/data/panel)");
        actions = PanelActions.read();
        expected = table();
    }

    static Stream<String> actions() throws IOException {
        return PanelActions.areThere() ? table().keySet().stream() : Stream.of("none recorded");
    }

    @Test
    void theTableNamesEveryAction() {
        assertThat(expected.keySet()).containsExactlyElementsOf(actions.ids());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anActionGivesItsEventsWhileItIsRead(String action) throws SQLException, IOException {
        List<TicketEvent> events = LogReplay.live(actions.helpDeskBefore(action), actions.commits(action, 1));

        assertThat(perTicket(events)).isEqualTo(perTicket(action));
        PublishedSchemas.assertValid(events);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anActionGivesItsEventsWithoutTimeBetweenItsCommits(String action) throws SQLException {
        List<TicketEvent> events = LogReplay.live(actions.helpDeskBefore(action), actions.commits(action, 0));

        assertThat(perTicket(events)).isEqualTo(perTicket(action));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anActionGivesItsEventsWhenItIsReadLater(String action) throws SQLException {
        List<TicketEvent> events = LogReplay.backlog(actions.helpDeskBefore(action), actions.commits(action, 1));

        assertThat(perTicket(events)).isEqualTo(perTicket(action));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aReaderCanStopAnywhereAndAnotherGoesOn(String action) throws SQLException {
        Rereading.assertNothingLostOrDoubled(actions.helpDeskBefore(action), actions.commits(action, 1));
    }

    private static Map<String, List<String>> perTicket(List<TicketEvent> events) {
        return perTicket(events.stream().map(EventText::line));
    }

    private static Map<String, List<String>> perTicket(String action) {
        return perTicket(expected.get(action).stream());
    }

    private static Map<String, List<String>> perTicket(Stream<String> lines) {
        Map<String, List<String>> perTicket = new TreeMap<>();
        lines.forEach(line -> perTicket
                .computeIfAbsent(line.substring(0, line.indexOf(' ')), number -> new ArrayList<>())
                .add(line));
        return perTicket;
    }

    /** The lines of the events by action. */
    private static Map<String, List<String>> table() throws IOException {
        Map<String, List<String>> table = new LinkedHashMap<>();
        PanelTable.read()
                .forEach((action, events) -> table.put(
                        action, events.stream().map(PanelTable.Line::toString).toList()));
        return table;
    }
}
