package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that was started; what it says is kept in a file. */
record ExternalProgram(List<String> command, Process process, Path said) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    static ExternalProgram start(Path folder, List<String> command) throws IOException {
        Files.createDirectories(folder);
        Path said = Files.createTempFile(folder, "said", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new ExternalProgram(command, process, said);
    }

    static void run(Path folder, String... command) throws IOException, InterruptedException {
        start(folder, List.of(command)).succeeds();
    }

    void succeeds() throws IOException, InterruptedException {
        output();
    }

    /** @return what it said, once it has ended with status 0 */
    String output() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        int status = process.waitFor();
        String text = Files.readString(said);
        assertThat(status).as("%s said%n%s", String.join(" ", command), text).isZero();
        Files.delete(said);
        return text;
    }
}
