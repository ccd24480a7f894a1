package dev.ticketwire.quickstart.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventParserTest {
    private final EventParser parser = new EventParser();

    @Test
    void anEventEndsWithAnEmptyLine() {
        assertThat(read("id: c1", "event: ticket.created.v1", "data: {\"a\":", "data: 1}", ""))
                .containsExactly(new ServerSentEvent("c1", "ticket.created.v1", "{\"a\":\n1}"));
    }

    @Test
    void heartBeatsAndUnknownFieldsAreNoEvents() {
        assertThat(read(": beat", "", "retry: 1000", "", "mood: fine", "")).isEmpty();
    }

    @Test
    void theCursorOfAHalfReadEventIsNotResumedFrom() {
        read("id: c1", "data: 1", "", "id: c2", "data: 2");

        parser.clear();

        assertThat(parser.id()).isEqualTo("c1");
        assertThat(read("data: 3", "")).containsExactly(new ServerSentEvent("c1", "message", "3"));
    }

    @Test
    void aCursorMayComeWithoutAnEvent() {
        assertThat(read("id: now", "")).isEmpty();
        assertThat(parser.id()).isEqualTo("now");
    }

    private List<ServerSentEvent> read(String... lines) {
        return Stream.of(lines).map(parser::read).filter(Objects::nonNull).toList();
    }
}
