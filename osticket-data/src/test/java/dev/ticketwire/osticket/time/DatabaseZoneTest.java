package dev.ticketwire.osticket.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DatabaseZoneTest {
    private static final LocalDateTime SUMMER = LocalDateTime.of(2025, 6, 4, 10, 15);

    @Test
    void aZoneNamedByTheServerIsTaken() {
        assertThat(DatabaseZone.of("Europe/Berlin", ZoneOffset.ofHours(2), SUMMER))
                .isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(DatabaseZone.of("UTC", ZoneOffset.UTC, SUMMER)).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void anAbbreviationMeansItsZone() {
        assertThat(DatabaseZone.of("CEST", ZoneOffset.ofHours(2), SUMMER)).isEqualTo(ZoneId.of("CET"));
        assertThat(DatabaseZone.of("EDT", ZoneOffset.ofHours(-4), SUMMER)).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void theClockIsBelievedRatherThanTheName() {
        assertThat(DatabaseZone.of("CST", ZoneOffset.ofHours(8), SUMMER)).isEqualTo(ZoneOffset.ofHours(8));
        assertThat(DatabaseZone.of("+0530", ZoneOffset.ofHoursMinutes(5, 30), SUMMER))
                .isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
    }
}
