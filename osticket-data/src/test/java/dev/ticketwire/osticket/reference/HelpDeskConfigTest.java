package dev.ticketwire.osticket.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpDeskConfigTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "12, 12",
        "' 12 MB', 12",
        "-1, 0",
        "on, 0",
        "1073741824, 1073741824",
        "2147483648, 2147483647",
    })
    void aNumberIsTheLeadingOne(String value, int number) {
        assertThat(config(value).number("max_open_tickets")).isEqualTo(number);
    }

    private static HelpDeskConfig config(String value) {
        return new HelpDeskConfig(Map.of("core", Map.of("max_open_tickets", value)));
    }
}
