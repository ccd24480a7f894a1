package dev.ticketwire.stats.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** The same counts, from the table. */
@QuarkusTest
@TestProfile(StatisticsWithoutBinlogIT.Without.class)
class StatisticsWithoutBinlogIT extends StatisticsIT {
    public static class Without implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ticketwire.binlog.follow", "false");
        }
    }

    @Override
    @BeforeEach
    void readReference() {
        reference.refresh();
        assertMemoryIsRight();
    }

    @Override
    void assertMemoryIsRight() {
        assertThat(projection.current()).isNull();
    }
}
