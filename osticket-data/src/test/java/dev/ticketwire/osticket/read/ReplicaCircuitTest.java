package dev.ticketwire.osticket.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.read.ReplicaCircuit.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplicaCircuitTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final ReplicaCircuit circuit = new ReplicaCircuit(now::get);

    @Test
    void everyReadTriesAReplicaThatAnswers() {
        circuit.succeeded();

        assertThat(circuit.permits()).isTrue();
        assertThat(circuit.permits()).isTrue();
    }

    @Test
    void aReplicaThatFailedIsLeftAloneForFiveSecondsAndThenTriedByOneRead() {
        circuit.failed(Answer.PRIMARY_AWAY, "a test");

        pass(Duration.ofMillis(4_999));
        assertThat(circuit.permits()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(circuit.permits()).isTrue();
        assertThat(circuit.permits()).isFalse();
        assertThat(circuit.latest()).isEqualTo(Answer.PRIMARY_AWAY);
    }

    @Test
    void aReplicaThatIsLateIsTriedEverySecond() {
        circuit.failed(Answer.PRIMARY_LATE, "a test");

        assertThat(circuit.permits()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(circuit.permits()).isTrue();
        circuit.failed(Answer.PRIMARY_LATE, "a test");
        assertThat(circuit.permits()).isFalse();
    }

    @Test
    void afterASuccessEveryReadTriesItAgain() {
        circuit.failed(Answer.PRIMARY_AWAY, "a test");
        circuit.succeeded();

        assertThat(circuit.permits()).isTrue();
        assertThat(circuit.latest()).isEqualTo(Answer.REPLICA);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
