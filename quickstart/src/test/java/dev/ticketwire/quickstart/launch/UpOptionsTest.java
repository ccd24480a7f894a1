package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.Migration.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

class UpOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutOptionsItIsTheDemoOnTheUsualPort() {
        UpOptions options = parse();

        assertThat(options.dump()).isNull();
        assertThat(options.database()).isNull();
        assertThat(options.fresh()).isFalse();
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.managementPort()).isEqualTo(9080);
        assertThat(options.listen()).isEqualTo(ListenAddress.parse("127.0.0.1"));
        assertThat(options.indexes()).isEqualTo(Indexes.BUILT);
    }

    @Test
    void aDumpIsSoughtWhereTheUserStands() throws IOException {
        Path dump = Files.writeString(folder.resolve("desk.sql"), "");

        UpOptions options = parse("--dump", "desk.sql", "--fresh");

        assertThat(options.dump()).isEqualTo(dump);
        assertThat(options.fresh()).isTrue();
    }

    @Test
    void aDumpThatIsNotThereIsRefused() {
        assertRefused("nowhere.sql", "--dump", "nowhere.sql");
    }

    @Test
    void anExistingDatabaseIsNamedByItsUrl() {
        assertThat(parse("--database", "mysql://u:p@h/d").database()).isEqualTo(new Database("h", 3306, "d", "u", "p"));
    }

    @Test
    void aRefusedDatabaseUrlIsNotRepeatedWithItsPassword() {
        assertThatThrownBy(() -> parse("--database", "mysql://desk:hush@db.example/"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--database")
                .hasMessageContaining("names no database")
                .hasMessageNotContaining("hush");
    }

    @Test
    void aPortLeavesRoomForItsManagementPort() {
        assertThat(parse("--port", "64535").port()).isEqualTo(64535);
        assertRefused("'64536' is not a number from 1 to 64535", "--port", "64536");
        assertRefused("'http' is not a number from 1 to 64535", "--port", "http");
        assertRefused("Missing required parameter for option '--port'", "--port");
    }

    @Test
    void theGatewayListensOnTheAddressThatIsAskedFor() {
        assertThat(listening("::1").host()).isEqualTo("0:0:0:0:0:0:0:1");
        assertThat(listening("[::1]")).isEqualTo(listening("::1"));
        assertThat(listening("0.0.0.0").isEveryAddress()).isTrue();
        assertThat(listening("::").isEveryAddress()).isTrue();
        assertThat(listening("localhost")).isEqualTo(ListenAddress.DEFAULT);
    }

    @Test
    void whatIsNoAddressOfThisMachineIsRefused() {
        for (String none : List.of("example.org", "0", "127.1", "127.0.0.1:8080", "", "999.0.0.1", "[::1", "all")) {
            assertRefused("it must be an address of this machine", "--listen", none);
        }
        assertRefused("this machine has no address 192.0.2.77", "--listen", "192.0.2.77");
    }

    @Test
    void indexesAreBuiltUnlessLeftOut() {
        assertThat(parse("--without-indexes").indexes()).isEqualTo(Indexes.LEFT_OUT);
    }

    @Test
    void whatIsUnknownOrContradictoryIsRefused() throws IOException {
        Files.writeString(folder.resolve("desk.sql"), "");

        assertRefused("Unknown option: '--detatch'", "--detatch");
        assertRefused("mutually exclusive", "--dump", "desk.sql", "--database", "mysql://u:p@h/d");
    }

    private ListenAddress listening(String address) {
        return parse("--listen", address).listen();
    }

    private void assertRefused(String reason, String... arguments) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(reason);
    }

    private UpOptions parse(String... arguments) {
        UpOptions options = new UpOptions();
        CommandRunner.commandLine(options, folder).parseArgs(arguments);
        return options;
    }
}
