package dev.ticketwire.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.command.UnlinkTicket;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.message.OutcomeHeaders;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.contract.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The other end of the topics: takes commands from the real broker and publishes outcomes as a create's subject, or the
 * number of the ticket that is addressed, asks: {@code silent} none, {@code withheld …} one after {@link #release},
 * {@code existing} a ticket of before, {@code refuse} a refusal, {@code fail} a failure, else applied. A command id
 * seen before gets its first outcome again.
 */
final class CommandService implements AutoCloseable {
    private final String bootstrap;
    private final Thread thread = new Thread(this::run, "commands");
    private final Map<String, String> fingerprints = new HashMap<>();
    private volatile boolean closed;
    private volatile boolean withholding = true;
    private final List<ConsumerRecord<String, byte[]>> withheld = new ArrayList<>();

    final ConcurrentLinkedQueue<ConsumerRecord<String, byte[]>> received = new ConcurrentLinkedQueue<>();

    CommandService(String bootstrap) {
        this.bootstrap = bootstrap;
        thread.start();
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    static Command command(ConsumerRecord<String, byte[]> record) {
        try {
            return CommandCodec.decode(header(record, CommandHeaders.TYPE), record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A create's or a mail's subject; empty for any other command. */
    static String subject(ConsumerRecord<String, byte[]> record) {
        return switch (command(record)) {
            case OpenTicket create -> String.valueOf(create.content().subject());
            case ReceiveMail mail -> mail.subject();
            default -> "";
        };
    }

    /** Publishes what was withheld, and withholds nothing any more. */
    void release() {
        withholding = false;
    }

    void withhold() {
        withholding = true;
    }

    private void run() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "group.id", "gateway-it", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            consumer.subscribe(List.of(Topics.COMMANDS));
            while (!closed) {
                if (!withholding) {
                    for (ConsumerRecord<String, byte[]> record : withheld) {
                        producer.send(outcome(record, command(record), subject(record)));
                    }
                    withheld.clear();
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (header(record, CommandHeaders.TYPE).isEmpty()) {
                        // Another test's, which nobody is to apply.
                        continue;
                    }
                    received.add(record);
                    Command command = command(record);
                    String asked = command.ticket().isEmpty() ? subject(record) : command.ticket();
                    if (withholding && asked.startsWith("withheld ")) {
                        withheld.add(record);
                    } else if (!asked.equals("silent")) {
                        producer.send(outcome(record, command, asked));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProducerRecord<String, byte[]> outcome(ConsumerRecord<String, byte[]> record, Command command, String asked)
            throws IOException {
        String id = header(record, CommandHeaders.ID);
        fingerprints.putIfAbsent(id, header(record, CommandHeaders.FINGERPRINT));
        Outcome outcome = switch (asked) {
            case "refuse" ->
                new Outcome.Rejected(
                        id, new Refusal("department-not-found", 404, "Department 'Nope' not found", "departmentId"));
            case "fail" -> new Outcome.Failed(id, 3, "SQL error 1064: what a client sent");
            default -> new Outcome.Applied(id, "200001", 77, answer(command, asked));
        };
        String partition = header(record, CommandHeaders.REPLY_PARTITION);
        ProducerRecord<String, byte[]> answer = new ProducerRecord<>(
                Topics.OUTCOMES,
                partition.isEmpty() ? null : Integer.valueOf(partition),
                id,
                CommandCodec.json().writerFor(Outcome.class).writeValueAsBytes(outcome));
        answer.headers()
                .add(
                        OutcomeHeaders.CORRELATION,
                        header(record, CommandHeaders.CORRELATION).getBytes(UTF_8))
                .add(OutcomeHeaders.FINGERPRINT, fingerprints.get(id).getBytes(UTF_8));
        return answer;
    }

    private static @Nullable JsonNode answer(Command command, String asked) throws IOException {
        if (command instanceof PostReply) {
            return CommandCodec.json().readTree("{\"entryId\":42}");
        }
        if (asked.equals("existing")) {
            return CommandCodec.json().readTree("{\"existing\":true}");
        }
        String tickets = switch (command) {
            case LinkTicket link ->
                "\"parent\":{\"number\":\"" + link.parent() + "\"},\"child\":{\"number\":\"200001\"}";
            case UnlinkTicket ignored -> "\"child\":{\"number\":\"200001\"}";
            default -> "";
        };
        return tickets.isEmpty()
                ? null
                : CommandCodec.json().readTree("{\"success\":true,\"message\":\"done\"," + tickets + "}");
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
