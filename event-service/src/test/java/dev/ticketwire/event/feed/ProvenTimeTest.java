package dev.ticketwire.event.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.binlog.LogPosition;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProvenTimeTest {
    private LogPosition end = CountingLog.place(5).transactions();
    private final ProvenTime proof = new ProvenTime(() -> end);

    @Test
    void nothingIsProvenBeforeTheCaptureHasPassedTheEndThatWasAskedFor() throws SQLException {
        proof.advance(CountingLog.place(4), Duration.ZERO);

        assertThat(proof.proven()).isEqualTo(Instant.EPOCH);
        assertThat(proof.isAtEnd()).isFalse();
    }

    @Test
    void theTimeOfTheQuestionIsProvenOnceTheCaptureHasPassedItsAnswer() throws SQLException {
        Instant before = Instant.now();
        proof.advance(CountingLog.place(4), Duration.ofHours(1));
        Instant asked = Instant.now();

        proof.advance(CountingLog.place(5), Duration.ofHours(1));

        assertThat(proof.proven()).isBetween(before, asked);
        assertThat(proof.isAtEnd()).isTrue();
    }

    @Test
    void aBusyServerIsNotAskedAgainBeforeItsLastAnswerIsReached() throws SQLException {
        proof.advance(CountingLog.place(4), Duration.ZERO);
        end = CountingLog.place(1000).transactions();

        proof.advance(CountingLog.place(5), Duration.ofHours(1));

        assertThat(proof.isAtEnd()).isTrue();
    }
}
