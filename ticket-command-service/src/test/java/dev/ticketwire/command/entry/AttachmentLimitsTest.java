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
        "'', 9223372036854775807",
        "0, 9223372036854775807"
    })
    void theLimitOfTheHelpDeskIsReadWholeAndNoneIsNoLimit(String stored, long bytes) {
        HelpDeskConfig config = new HelpDeskConfig(Map.of("core", Map.of("max_file_size", stored)));

        assertThat(AttachmentLimits.of(null, config).bytes()).isEqualTo(bytes);
        assertThat(AttachmentLimits.ofMail(config).bytes()).isEqualTo(bytes);
    }
}
