package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionCheckTest {

    @Test
    void theInboxMustRememberLongerThanTheTopic() {
        assertThat(RetentionCheck.outlives(Duration.ofDays(8), Duration.ofDays(7)))
                .isTrue();
        assertThat(RetentionCheck.outlives(Duration.ofDays(7), Duration.ofDays(7)))
                .isFalse();
    }

    @Test
    void nothingOutlivesATopicThatKeepsEverything() {
        assertThat(RetentionCheck.outlives(Duration.ofDays(8), Duration.ofMillis(-1)))
                .isFalse();
    }
}
