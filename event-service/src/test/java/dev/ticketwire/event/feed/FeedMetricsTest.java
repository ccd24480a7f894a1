package dev.ticketwire.event.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.event.FeedGap;
import dev.ticketwire.event.feed.store.CaptureState.ToldGap;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedMetricsTest {
    private static final Instant END = Instant.parse("2026-01-01T00:00:10Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FeedStatus status = new FeedStatus();
    private final FeedMetrics metrics = new FeedMetrics(meters, OpenTelemetry.noop(), status);

    @Test
    void gapsAreCountedFromZeroSoThatTheFirstIsAnIncrease() {
        assertThat(Gap.kinds())
                .contains("purged", "state_lost", "table_replaced")
                .allSatisfy(kind -> assertThat(gaps(kind)).isZero());

        metrics.count("purged");

        assertThat(gaps("purged")).isEqualTo(1);
    }

    private double gaps(String kind) {
        return meters.get("ticketwire.events.gaps")
                .tag("reason", kind)
                .counter()
                .count();
    }

    @Test
    void theEndOfTheLastGapOutlivesARestartOfTheLeader() {
        assertThat(gauge("gap.last.timestamp.seconds")).isZero();

        status.setGap(
                new ToldGap("1", new FeedGap(END.minusSeconds(10), END, "the log was purged"), "Keep it longer."));

        assertThat(gauge("gap.last.timestamp.seconds")).isEqualTo(END.getEpochSecond());
    }

    @Test
    void theLagIsInSeconds() {
        status.setLag(1500, 10);

        assertThat(gauge("lag.seconds")).isEqualTo(1.5);
    }

    private double gauge(String name) {
        return meters.get("ticketwire.events." + name).gauge().value();
    }
}
