package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Waiting for a place of the log. */
class ReadProgressTest {
    private static final LogPosition FIVE = LogPosition.parse(1, "0-1-5");
    private static final LogPosition SIX = LogPosition.parse(1, "0-1-6");

    private final ReadProgress progress = new ReadProgress(Duration.ofMillis(1));

    @Test
    void nothingIsReachedFromNowhere() throws InterruptedException {
        assertThat(progress.reaches(LogPosition.parse(1, ""))).isFalse();

        progress.begin(FIVE);
        assertThat(progress.reaches(FIVE)).isTrue();

        progress.end();
        assertThat(progress.reaches(FIVE)).isFalse();
    }

    @Test
    void whoKnowsItFromBeforeDoesNotEndWhatWasBegunAgain() throws InterruptedException {
        progress.begin(SIX);
        long before = progress.time();
        progress.end();
        progress.begin(FIVE);

        assertThat(progress.end(before)).isFalse();
        assertThat(progress.reaches(FIVE)).isTrue();
        assertThat(progress.end(progress.time())).isTrue();
        assertThat(progress.reaches(FIVE)).isFalse();
    }

    @Test
    void whoWaitsIsWokenByTheTransaction() throws Exception {
        ReadProgress patient = new ReadProgress(Duration.ofMinutes(1));
        patient.begin(FIVE);
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread waiter = Thread.ofVirtual().start(() -> {
            try {
                waiting.complete(patient.reaches(SIX));
            } catch (InterruptedException e) {
                waiting.completeExceptionally(e);
            }
        });

        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
        patient.advance("0-1-6");

        assertThat(waiting.get()).isTrue();
        waiter.join();
    }

    @Test
    void whatWasAwaitedInVainIsAwaitedByNobodyElseUntilItIsReached() throws InterruptedException {
        progress.begin(FIVE);

        assertThat(progress.reaches(SIX)).isFalse();
        assertThat(progress.reaches(SIX)).isFalse();
        assertThat(progress.reaches(FIVE)).isTrue();

        progress.advance("0-1-6");
        assertThat(progress.reaches(SIX)).isTrue();
    }
}
