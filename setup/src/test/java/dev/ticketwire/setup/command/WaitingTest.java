package dev.ticketwire.setup.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void aServerThatIsThereIsNotWaitedFor() {
        Waiting.upTo(Duration.ofMinutes(1), said::add).until("the database", Optional::empty);

        assertThat(said).isEmpty();
    }

    @Test
    void itIsSaidOnceForWhatItWaits() {
        Deque<Optional<String>> answers =
                new ArrayDeque<>(List.of(Optional.of("refused"), Optional.of("refused"), Optional.empty()));

        Waiting.upTo(Duration.ofMinutes(1), said::add).until("the database", answers::remove);

        assertThat(said).containsExactly("waiting for the database: refused");
        assertThat(answers).isEmpty();
    }

    @Test
    void itGivesUpWithTheLatestReason() {
        Waiting waiting = Waiting.upTo(Duration.ofMillis(1), said::add);

        assertThatThrownBy(() -> waiting.until("the brokers", () -> Optional.of("there are 2 so far")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Gave up waiting for the brokers: there are 2 so far");
    }
}
