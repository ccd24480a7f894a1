package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedPortsTest {
    private static final List<String> NAMES = List.of("mariadb", "kafka", "query");

    @TempDir
    private Path folder;

    @Test
    void theNextRunHasTheSamePorts() {
        RememberedPorts first = ports().choose(NAMES);

        RememberedPorts second = ports().choose(NAMES);

        assertThat(NAMES).allSatisfy(name -> assertThat(second.of(name)).isEqualTo(first.of(name)));
        assertThat(NAMES.stream().map(first::of)).doesNotHaveDuplicates();
    }

    @Test
    void aPortThatSomebodyTookIsReplacedAndTheOthersStay() throws Exception {
        RememberedPorts first = ports().choose(NAMES);

        try (ServerSocket taken = new ServerSocket(first.of("kafka"), 1, InetAddress.getLoopbackAddress())) {
            RememberedPorts second = ports().choose(NAMES);

            assertThat(second.of("kafka")).isNotEqualTo(taken.getLocalPort());
            assertThat(second.of("mariadb")).isEqualTo(first.of("mariadb"));
        }
    }

    @Test
    void beforeTheFirstRunThereAreNone() {
        assertThatThrownBy(() -> ports().of("kafka"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("./ticketwire up");
    }

    private RememberedPorts ports() {
        return new RememberedPorts(folder.resolve("ports"));
    }
}
