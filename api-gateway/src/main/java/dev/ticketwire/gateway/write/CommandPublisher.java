package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.Spellings;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.osticket.reference.ApiKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/**
 * Publishes commands to Kafka. One that is wanted at once is not held back to be sent together with others; under load
 * that saves the broker and this process most of the requests.
 */
@ApplicationScoped
public class CommandPublisher {
    private static final String COMMANDS = "commands";

    private final KafkaClientService clients;
    private final MutinyEmitter<byte[]> commands;
    private final Counter accepted;

    /** The buffer needs no separate limit: the limits for bodies and pending requests bound it. */
    CommandPublisher(
            KafkaClientService clients,
            @Channel(COMMANDS) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> commands,
            MeterRegistry meters) {
        this.clients = clients;
        this.commands = commands;
        this.accepted = Counter.builder("ticketwire.commands.accepted")
                .description("Commands that Kafka has acknowledged")
                .register(meters);
    }

    /** Completes when the broker has acknowledged the command; fails if it has not within the producer's time limit. */
    public Uni<Void> publish(Call call, OutgoingCommand outgoing) {
        Message<byte[]> message = Message.of(outgoing.command().bytes())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(outgoing.orderKey())
                        .withHeaders(headers(call, outgoing))
                        .build());
        return commands.sendMessage(message).onItem().invoke(() -> accepted.increment());
    }

    /** Sends what was published before without waiting for more. */
    void sendNow() {
        KafkaProducer<String, byte[]> producer = clients.getProducer(COMMANDS);
        if (producer != null) {
            // On the thread that sends, so that it comes after the records; but not there, because it blocks.
            Consumer<Producer<String, byte[]>> flush = client -> Thread.startVirtualThread(client::flush);
            producer.runOnSendingThread(flush).subscribe().with(done -> {}, failure -> {});
        }
    }

    private static RecordHeaders headers(Call call, OutgoingCommand outgoing) {
        EncodedCommand command = outgoing.command();
        RecordHeaders headers = new RecordHeaders();
        add(headers, CommandHeaders.ID, outgoing.id().toString());
        add(headers, CommandHeaders.TYPE, command.type());
        add(headers, CommandHeaders.TIME, Instant.now().toString());
        addCaller(headers, call.key());
        add(headers, CommandHeaders.FINGERPRINT, command.fingerprint());
        addIfPresent(headers, CommandHeaders.SUBJECT, command.ticket().isEmpty() ? null : command.ticket());
        addReplyRoute(headers, outgoing);
        addIfPresent(headers, CommandHeaders.IF_MATCH, outgoing.ifMatch());
        if (!command.spellings().equals(Spellings.NONE)) {
            add(headers, CommandHeaders.SPELLINGS, command.spellings().toString());
        }
        addIfPresent(headers, CommandHeaders.TRACEPARENT, call.traceparent());
        return headers;
    }

    private static void addCaller(Headers headers, ApiKey key) {
        add(headers, CommandHeaders.API_KEY, Integer.toString(key.id()));
        Departments departments = key.settings().departments();
        if (!departments.areAll()) {
            add(headers, CommandHeaders.DEPARTMENTS, departments.toString());
        }
    }

    private static void addReplyRoute(Headers headers, OutgoingCommand outgoing) {
        ReplyRoute replyTo = outgoing.replyTo();
        if (replyTo == null) {
            return;
        }
        add(headers, CommandHeaders.CORRELATION, replyTo.correlation());
        if (replyTo.partition() >= 0) {
            add(headers, CommandHeaders.REPLY_PARTITION, Integer.toString(replyTo.partition()));
        }
    }

    private static void addIfPresent(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            add(headers, name, value);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
