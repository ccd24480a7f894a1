package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.quickstart.infrastructure.Migration.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutOptionsItIsTheDemoOnTheUsualPort() {
        assertThat(parse()).isEqualTo(new UpOptions(null, null, false, 8080, ListenAddress.USUAL, Indexes.BUILT));
    }

    @Test
    void aDumpIsSoughtWhereTheUserStands() throws IOException {
        Path dump = Files.writeString(folder.resolve("desk.sql"), "");

        assertThat(parse("--dump", "desk.sql", "--fresh"))
                .isEqualTo(new UpOptions(dump, null, true, 8080, ListenAddress.USUAL, Indexes.BUILT));
    }

    @Test
    void aDumpThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> parse("--dump", "nowhere.sql"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nowhere.sql");
    }

    @Test
    void aPortLeavesRoomForItsManagementPort() {
        assertThat(parse("--port", "64535").port()).isEqualTo(64535);
        assertThatThrownBy(() -> parse("--port", "64536")).hasMessageContaining("1 to 64535");
        assertThatThrownBy(() -> parse("--port", "http")).hasMessageContaining("1 to 64535");
        assertThatThrownBy(() -> parse("--port")).hasMessageContaining("--port needs a value");
    }

    @Test
    void theGatewayListensOnTheAddressThatIsAskedFor() {
        assertThat(parse("--listen", "::1").listen().host()).isEqualTo("0:0:0:0:0:0:0:1");
        assertThat(parse("--listen", "[::1]").listen())
                .isEqualTo(parse("--listen", "::1").listen());
        assertThat(parse("--listen", "0.0.0.0").listen().isEveryAddress()).isTrue();
        assertThat(parse("--listen", "::").listen().isEveryAddress()).isTrue();
        assertThat(parse("--listen", "localhost").listen()).isEqualTo(ListenAddress.USUAL);
    }

    @Test
    void whatIsNoAddressOfThisMachineIsRefused() {
        for (String none : List.of("example.org", "0", "127.1", "127.0.0.1:8080", "", "999.0.0.1", "[::1", "all")) {
            assertThatThrownBy(() -> parse("--listen", none))
                    .as(none)
                    .hasMessageContaining("--listen needs an address");
        }
        assertThatThrownBy(() -> parse("--listen", "192.0.2.77")).hasMessageContaining("no such address");
    }

    @Test
    void indexesAreBuiltUnlessLeftOut() {
        assertThat(parse("--without-indexes").indexes()).isEqualTo(Indexes.LEFT_OUT);
    }

    @Test
    void whatIsUnknownOrContradictoryIsRefused() throws IOException {
        Files.writeString(folder.resolve("desk.sql"), "");

        assertThatThrownBy(() -> parse("--detatch")).hasMessageContaining("Unknown option --detatch");
        assertThatThrownBy(() -> parse("--dump", "desk.sql", "--database", "mysql://u:p@h/d"))
                .hasMessageContaining("--database");
    }

    private UpOptions parse(String... arguments) {
        return UpOptions.parse(List.of(arguments), folder);
    }
}
