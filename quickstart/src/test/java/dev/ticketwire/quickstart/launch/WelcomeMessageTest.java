package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WelcomeMessageTest {

    @Test
    void theAddressIsTheOneThatIsListenedOn() {
        assertThat(shown("127.0.0.1")).contains("http://127.0.0.1:8080/docs/").doesNotContain("Warning");
        assertThat(shown("::1")).contains("http://[::1]:8080/docs/").doesNotContain("Warning");
        assertThat(shown("0.0.0.0")).contains("http://127.0.0.1:8080, and every other address");
        assertThat(shown("::")).contains("http://127.0.0.1:8080, and every other address");
    }

    @Test
    void whoCanBeReachedWithoutTlsIsWarned() {
        assertThat(shown("0.0.0.0")).startsWith("\nWarning: ");
        assertThat(shown("::")).startsWith("\nWarning: ");
    }

    @Test
    void theKeyThatIsShownIsOneThatTheAddressTakes() {
        assertThat(shown("127.0.0.1")).contains("-H 'X-API-Key: DEMOFULLACCESS'");
        assertThat(shown("::1"))
                .contains("-H 'X-API-Key: YOUR-KEY'")
                .contains("DEMOFULLACCESS for callers from 127.0.0.1");
    }

    @Test
    void theOperatorsAddressIsAlwaysOfThisMachineAlone() {
        assertThat(shown("0.0.0.0")).contains("http://127.0.0.1:9080/console/");
        assertThat(shown("::1")).contains("http://127.0.0.1:9080/console/");
    }

    private static String shown(String listen) {
        UpOptions options = new UpOptions();
        CommandRunner.commandLine(options, Path.of("/")).parseArgs("--listen", listen);
        return WelcomeMessage.text(options, true, true);
    }
}
