package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.OpenTicket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;

class ApplyTelemetryTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ApplyState state = new ApplyState();
    private final ApplyTelemetry telemetry = new ApplyTelemetry(meters, OpenTelemetry.noop(), state);

    @Test
    void failuresAreCountedFromZeroSoThatTheFirstIsAnIncrease() {
        assertThat(telemetry).isNotNull();
        assertThat(meters.get("ticketwire.commands")
                        .tags("state", "failed", "kind", OpenTicket.TYPE)
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void waitingForTheDatabaseIsMeasured() {
        state.waiting("the database is away");
        assertThat(paused()).isEqualTo(1);

        state.applied();
        assertThat(paused()).isZero();
    }

    private double paused() {
        return meters.get("ticketwire.commands.paused").gauge().value();
    }
}
