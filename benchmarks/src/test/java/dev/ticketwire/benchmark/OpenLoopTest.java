package dev.ticketwire.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final MeasuringTime HALF_A_SECOND = new MeasuringTime(Duration.ZERO, Duration.ofMillis(500));

    @Test
    void aStallCountsForEveryRequestThatShouldHaveStartedMeanwhile() {
        AtomicBoolean stalled = new AtomicBoolean();
        AsyncRequest stallsOnce = () -> {
            if (stalled.compareAndSet(false, true)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            }
            return CompletableFuture.completedFuture(true);
        };

        Measurement figure = OpenLoop.run("test", "test", stallsOnce, 200, HALF_A_SECOND);

        // Half of the requests were due during the stall; on average they started 125 ms late.
        assertThat(figure.latency().getValueAtPercentile(75)).isGreaterThan(90_000);
        assertThat(figure.latency().getMaxValue()).isGreaterThan(240_000);
    }

    @Test
    void theRateIsKeptWhateverTheAnswersTake() {
        AsyncRequest slow = () -> new CompletableFuture<Boolean>().completeOnTimeout(true, 200, TimeUnit.MILLISECONDS);

        Measurement figure = OpenLoop.run("test", "test", slow, 100, HALF_A_SECOND);

        assertThat(figure.latency().getTotalCount()).isEqualTo(50);
        assertThat(figure.perSecond()).isEqualTo(100);
    }

    @Test
    void aBrokenConnectionIsAFailureAndNoAnswer() {
        AsyncRequest broken = () -> CompletableFuture.failedFuture(new java.io.IOException("reset"));

        Measurement figure = OpenLoop.run("test", "test", broken, 100, HALF_A_SECOND);

        assertThat(figure.failures()).isEqualTo(50);
        assertThat(figure.perSecond()).isZero();
    }
}
