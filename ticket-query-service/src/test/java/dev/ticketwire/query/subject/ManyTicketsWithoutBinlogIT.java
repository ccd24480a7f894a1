package dev.ticketwire.query.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** The same searches without candidates from memory. */
@QuarkusTest
@TestProfile(ManyTicketsWithoutBinlogIT.Without.class)
class ManyTicketsWithoutBinlogIT extends ManyTicketsIT {
    public static class Without implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ticketwire.binlog.follow", "false");
        }
    }

    @Override
    void prepareIndex() {
        assertThat(subjects.candidates("e")).isNull();
    }
}
