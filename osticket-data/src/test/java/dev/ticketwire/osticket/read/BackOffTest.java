package dev.ticketwire.osticket.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofMillis(500));

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(Stream.generate(backOff::next).limit(5).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 500L, 500L);
    }

    @Test
    void afterASuccessTheFirstPauseIsDueAgain() {
        backOff.next();
        backOff.next();

        backOff.reset();

        assertThat(backOff.next()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aTryMayHaveAnotherLongestPause() {
        backOff.next(Duration.ofMinutes(1));
        for (int i = 0; i < 4; i++) {
            backOff.next(Duration.ofMinutes(1));
        }

        assertThat(backOff.next(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(3200));
        assertThat(backOff.next()).isEqualTo(Duration.ofMillis(500));
    }
}
