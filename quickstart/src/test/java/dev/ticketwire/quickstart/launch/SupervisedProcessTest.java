package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private SuiteHome home = new SuiteHome(Path.of("."));
    private SupervisedProcess sleeper = supervised("sleeper", "exec sleep 600");

    @BeforeEach
    void begin() {
        home = new SuiteHome(folder);
        sleeper = supervised("sleeper", "exec sleep 600");
    }

    @AfterEach
    void end() {
        sleeper.stop(LIMIT);
    }

    @Test
    void aKilledProcessIsStartedAgain() {
        sleeper.start(() -> true, LIMIT);
        ProcessHandle first = process("sleeper").orElseThrow();

        first.destroyForcibly();

        await().atMost(LIMIT)
                .until(() -> process("sleeper")
                        .filter(next -> next.pid() != first.pid())
                        .isPresent());
    }

    @Test
    void oneThatIsHeldStaysDownUntilItIsReleased() throws IOException {
        sleeper.start(() -> true, LIMIT);
        Files.createDirectories(home.holds());
        Files.createFile(home.hold("sleeper"));

        process("sleeper").orElseThrow().destroyForcibly();

        await().during(Duration.ofSeconds(2))
                .atMost(LIMIT)
                .until(() -> process("sleeper").isEmpty());
        Files.delete(home.hold("sleeper"));
        await().atMost(LIMIT).until(() -> process("sleeper").isPresent());
    }

    @Test
    void aStoppedOneStaysDown() {
        sleeper.start(() -> true, LIMIT);
        ProcessHandle process = process("sleeper").orElseThrow();

        sleeper.stop(LIMIT);

        assertThat(process.isAlive()).isFalse();
        assertThat(home.pidFile("sleeper")).doesNotExist();
    }

    @Test
    void oneThatEndsBeforeItIsReadyIsAnErrorWithTheEndOfItsLog() {
        SupervisedProcess broken = supervised("broken", "echo no such table; exit 3");

        assertThatThrownBy(() -> broken.start(() -> false, LIMIT))
                .hasMessageContaining("broken ended with status 3")
                .hasMessageContaining("no such table");
    }

    @Test
    void aProcessIdThatBelongsToAnotherProgramIsLeftAlone() {
        sleeper.start(() -> true, LIMIT);

        boolean stopped = ChildProcess.stopOrphan(home.pidFile("sleeper"), "another program", LIMIT);

        assertThat(stopped).isFalse();
    }

    private Optional<ProcessHandle> process(String name) {
        return ChildProcess.running(home.pidFile(name), "sleep");
    }

    private SupervisedProcess supervised(String name, String script) {
        return new SupervisedProcess(
                name, () -> new ProcessBuilder("sh", "-c", script), home, new LauncherConsole(home.log("launcher")));
    }
}
