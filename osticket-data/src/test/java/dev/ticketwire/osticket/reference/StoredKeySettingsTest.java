package dev.ticketwire.osticket.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredKeySettingsTest {
    @Test
    void aKeyThatEndsAtADateOfZerosIsNotOneThatNeverEnds() {
        assertThatThrownBy(() -> StoredKeySettings.instant("0000-00-00 00:00:00"))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void timesAreUtc() {
        assertThat(StoredKeySettings.instant("2026-01-31 17:30:59.5")).isEqualTo(Instant.parse("2026-01-31T17:30:59Z"));
        assertThat(StoredKeySettings.instant(null)).isNull();
    }
}
