package dev.ticketwire.osticket.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueDateTextTest {

    @ParameterizedTest
    @CsvSource({
        "2027-01-31,                     2027-01-31T00:00",
        "2027-01-31T17:30,               2027-01-31T17:30",
        "2027-01-31T17:30:00,            2027-01-31T17:30",
        "2027-01-31 17:30:59,            2027-01-31T17:30:59",
        "2027-01-31T17:30:59.999,        2027-01-31T17:30:59",
        "2025-06-10T17:30:00.123Z,       2025-06-10T17:30",
        "2025-06-10T17:30:00+02:00,      2025-06-10T15:30",
        "2025-06-10T17:30:00+0200,       2025-06-10T15:30",
        "2025-06-10T17:30:00+02,         2025-06-10T15:30",
        "2025-06-10T00:30-05:30,         2025-06-10T06:00",
        "2028-02-29,                     2028-02-29T00:00",
    })
    void isoDatesAreReadToTheSecond(String text, LocalDateTime expected) {
        assertThat(DueDateText.parse(text, ZoneOffset.UTC)).isEqualTo(expected);
    }

    @Test
    void onlyATimeWithAnOffsetIsConvertedToTheZoneOfTheDatabase() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(DueDateText.parse("2025-06-10T17:30:00Z", berlin)).isEqualTo("2025-06-10T19:30:00");
        assertThat(DueDateText.parse("2025-12-10T17:30:00Z", berlin)).isEqualTo("2025-12-10T18:30:00");
        assertThat(DueDateText.parse("2025-06-10T17:30:00", berlin)).isEqualTo("2025-06-10T17:30:00");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothingMeansNoDueDate(String text) {
        assertThat(DueDateText.parse(text, ZoneOffset.UTC)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-30",
                "2025-13-45",
                "tomorrow",
                "now",
                "next monday 14:00",
                "not a date",
                "@1800000000",
                "31.12.2027",
                "12/31/2027",
                "31/12/2025",
                "20270131",
                "20250610",
                "17:30",
                "2027",
                "2027-W05-1",
                "12025-01-01",
                "-2025-01-01",
                "2025-1-1",
                "2025-06-10 foo",
                "2025-06-10 17:30:00 Europe/Berlin",
                "2025-06-10'; DROP TABLE x",
                "2025-06-10T25:00",
                "2025-06-10T17:61",
                "2025-06-10T",
                "2025-06-1017:30",
                "2025-06-10T17:30:00+25:00",
                "2025-06-10T17:30:00+02:00+02:00"
            })
    void anyOtherTextIsRefused(String text) {
        assertThatThrownBy(() -> DueDateText.parse(text, ZoneOffset.UTC)).isInstanceOf(DateTimeException.class);
    }
}
