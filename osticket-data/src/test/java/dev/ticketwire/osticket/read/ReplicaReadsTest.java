package dev.ticketwire.osticket.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaReadsTest {
    private final List<Reads.Query<?>> asked = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void withoutAReplicaAReadIsOneReadOfThePrimaryAndNothingElse() {
        Reads.Query<String> query = connection -> "unused";

        String found = new ReplicaReads(new Primary(), null, Duration.ofMillis(50), metrics).read(query);

        assertThat(found).isEqualTo("the primary's");
        assertThat(asked).containsExactly(query);
        assertThat(metrics.getMeters()).isEmpty();
    }

    private final class Primary implements Reads {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T read(Query<T> query) {
            asked.add(query);
            return (T) "the primary's";
        }
    }
}
