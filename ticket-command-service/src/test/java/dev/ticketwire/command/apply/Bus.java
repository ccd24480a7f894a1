package dev.ticketwire.command.apply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/**
 * The topics as another service sees them. All commands go to one partition, so that a test has one batch and one
 * order.
 */
final class Bus implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    Bus(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", "50"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.OUTCOMES, Topics.DEAD_LETTERS));
    }

    String send(Command command) {
        String id = UUID.randomUUID().toString();
        send(id, command);
        return id;
    }

    void send(String id, Command command) {
        send(id, command.type(), CommandCodec.encode(command), Map.of());
    }

    void send(String id, String type, byte[] value, Map<String, String> headers) {
        var message = new ProducerRecord<>(Topics.COMMANDS, 0, id, value);
        message.headers().add(CommandHeaders.ID, id.getBytes(UTF_8));
        message.headers().add(CommandHeaders.TYPE, type.getBytes(UTF_8));
        message.headers().add(CommandHeaders.API_KEY, "1".getBytes(UTF_8));
        message.headers().add(CommandHeaders.FINGERPRINT, "f".repeat(64).getBytes(UTF_8));
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        producer.send(message);
    }

    /** Waits for {@code count} outcomes of the command. */
    List<Outcome> outcomes(String id, int count) {
        return await(
                        record -> record.topic().equals(Topics.OUTCOMES)
                                && record.key().equals(id),
                        count)
                .stream()
                .map(Bus::outcome)
                .toList();
    }

    Outcome outcome(String id) {
        return outcomes(id, 1).getFirst();
    }

    /** The dead letters of the command so far; waits for one. */
    List<ConsumerRecord<String, byte[]>> deadLetters(String id) {
        return await(
                record -> record.topic().equals(Topics.DEAD_LETTERS) && id.equals(header(record, CommandHeaders.ID)),
                1);
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> await(Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
        producer.flush();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> matching(wanted), found -> found.size() >= count);
    }

    private List<ConsumerRecord<String, byte[]>> matching(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        return seen.stream().filter(wanted).toList();
    }

    private static Outcome outcome(ConsumerRecord<String, byte[]> record) {
        try {
            return CommandCodec.json().readValue(record.value(), Outcome.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
