package dev.ticketwire.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** {@code samples/event-consumer}, run as its README says, from the oldest event on. */
final class SampleConsumer {
    private static final Path SAMPLE =
            Path.of("../samples/event-consumer/target").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SampleConsumer() {}

    /** What it prints of a ticket, once there are as many lines. */
    static List<String> lines(String bootstrap, String number, int expected) throws Exception {
        Path said = Files.createTempFile("sample", ".out");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        SAMPLE.resolve("classes") + ":" + Files.readString(SAMPLE.resolve("event-consumer.classpath")),
                        "dev.ticketwire.sample.Main")
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("KAFKA_BOOTSTRAP", bootstrap);
        command.environment().put("GROUP", "sample-" + UUID.randomUUID());
        Process process = command.start();
        try {
            await().atMost(PATIENCE).until(() -> of(number, said).size() >= expected);
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            return of(number, said);
        } finally {
            process.destroyForcibly();
            Files.delete(said);
        }
    }

    private static List<String> of(String number, Path said) {
        try {
            return Files.readAllLines(said).stream()
                    .filter(line -> line.contains("  #" + number + "  "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
