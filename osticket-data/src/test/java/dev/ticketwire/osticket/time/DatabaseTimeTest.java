package dev.ticketwire.osticket.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTimeTest {
    @Test
    void fullMinutesHaveTheirSeconds() {
        assertThat(DatabaseTime.text(LocalDateTime.of(2026, 1, 31, 17, 30))).isEqualTo("2026-01-31 17:30:00");
        assertThat(DatabaseTime.text(null)).isNull();
    }

    @Test
    void fractionsOfSecondsAreDropped() {
        LocalDateTime time = LocalDateTime.of(2026, 1, 31, 17, 30, 59, 999_999_999);

        assertThat(DatabaseTime.format(time)).isEqualTo("2026-01-31 17:30:59");
        assertThat(DatabaseTime.parse("2026-01-31 17:30:59.999999")).isEqualTo(time.withNano(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-00-00 00:00:00", "0000-00-00 00:00:00.000000"})
    void theZeroDateIsNoTime(String zero) {
        assertThat(DatabaseTime.parse(zero)).isNull();
        assertThat(DatabaseTime.orNull(zero)).isNull();
    }

    @Test
    void anyOtherTimeIsShownAsItIs() {
        assertThat(DatabaseTime.orNull("2026-01-31 17:30:59")).isEqualTo("2026-01-31 17:30:59");
    }
}
