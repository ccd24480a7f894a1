package dev.ticketwire.k8s.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a program said that has ended.
 *
 * @param status its exit status
 * @param output what it wrote to the standard output
 * @param errors what it wrote to the standard error output
 */
public record ProgramRun(String command, int status, String output, String errors) {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** Runs {@code command} in {@code folder} and waits for its end. */
    public static ProgramRun of(Path folder, List<String> command) {
        return of(folder, Map.of(), command);
    }

    /** As {@link #of(Path, List)}, with {@code environment} added to this process's. */
    public static ProgramRun of(Path folder, Map<String, String> environment, List<String> command) {
        try {
            return run(folder, environment, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ProgramRun run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        Path errors = Files.createTempFile("errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        ProgramRun ended = new ProgramRun(
                String.join(" ", command), process.waitFor(), Files.readString(output), Files.readString(errors));
        Files.delete(output);
        Files.delete(errors);
        return ended;
    }

    /** @return {@link #output}, of a program that ended with status 0 */
    public String succeeded() {
        assertThat(status)
                .as("exit status of %s, which said%n%s%n%s", command, output, errors)
                .isZero();
        return output;
    }
}
