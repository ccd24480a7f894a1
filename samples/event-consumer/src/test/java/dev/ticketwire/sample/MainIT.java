package dev.ticketwire.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.contract.event.TicketEventRecords;
import dev.ticketwire.testsupport.TestInfrastructure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, as a process of its own, with events as the suite writes them. */
class MainIT {
    private static final String BROKER = TestInfrastructure.bootstrapServers();
    private static final String GROUP = "acme";

    @TempDir
    private Path folder;

    @Test
    void itPrintsTheLifeOfATicketAndStopsOnSigterm() throws Exception {
        List<String> life = GoldenEvents.life().stream().map(EventLine::of).toList();
        publishLife();
        Path out = folder.resolve("out");
        Path settings = folder.resolve("consumer.properties");
        Files.writeString(settings, "bootstrap.servers=" + BROKER + "\ngroup.id=" + GROUP + "\n");

        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        settings.toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> lines(out).size() >= life.size());
            program.destroy();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }

        // The gap is in another partition too, and may be read from there first.
        assertThat(lines(out).stream().sorted(Comparator.comparing(line -> line.substring(0, 20))))
                .containsExactlyElementsOf(life);
        assertThat(committed()).isEqualTo(life.size() + 1L);
    }

    /** The gap goes to two partitions. */
    private static void publishLife() {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER),
                new StringSerializer(),
                new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(Main.TOPIC).size();
            GoldenEvents.life().forEach(event -> {
                if (event.getSubject() == null) {
                    producer.send(TicketEventRecords.record(event, 0));
                    producer.send(TicketEventRecords.record(event, partitions - 1));
                } else {
                    producer.send(TicketEventRecords.record(event));
                }
            });
        }
    }

    private static long committed() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER))) {
            return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        }
    }

    private static List<String> lines(Path out) throws java.io.IOException {
        return Files.exists(out) ? Files.readAllLines(out) : List.of();
    }
}
