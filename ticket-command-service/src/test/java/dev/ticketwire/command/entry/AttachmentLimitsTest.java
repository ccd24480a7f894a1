package dev.ticketwire.command.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.reference.HelpDeskConfig;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentLimitsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "999999999, 999999999",
        "1073741824, 1073741824",
        "' 2147483648 ', 2147483648",
        "1099511627776, 1099511627776",
        "16M, 16777216",
        "' 16 m ', 16777216",
        "512K, 524288",
        "2g, 2147483648",
        "999999999G, 1073741822926258176",
        "0M, 9223372036854775807",
        "16X, 9223372036854775807",
        "M, 9223372036854775807",
        "'', 9223372036854775807",
        "0, 9223372036854775807"
    })
    void theLimitOfTheHelpDeskIsReadWithPhpsShorthandAndNoneIsNoLimit(String stored, long bytes) {
        HelpDeskConfig config = new HelpDeskConfig(Map.of("core", Map.of("max_file_size", stored)));

        assertThat(AttachmentLimits.of(null, config).bytes()).isEqualTo(bytes);
        assertThat(AttachmentLimits.ofMail(config).bytes()).isEqualTo(bytes);
    }
}
