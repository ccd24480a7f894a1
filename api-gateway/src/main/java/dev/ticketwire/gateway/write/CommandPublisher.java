package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.Spellings;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.reference.ApiKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Puts commands on Kafka. */
@ApplicationScoped
public class CommandPublisher {
    private final MutinyEmitter<byte[]> commands;
    private final Counter accepted;

    /** Unbounded here, because the room for bodies and for waiting requests bounds it. */
    CommandPublisher(
            @Channel("commands") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> commands,
            MeterRegistry meters) {
        this.commands = commands;
        this.accepted = Counter.builder("ticketwire.commands.accepted")
                .description("Commands that Kafka has acknowledged")
                .register(meters);
    }

    /**
     * A command on its way.
     *
     * @param order commands of one order stay in it; null for one that has no order to keep: those share a partition for a
     *     while, and so a record batch
     * @param subject the ticket it addresses, empty for none
     * @param partition of the outcomes topic that this gateway reads, -1 if it reads none
     * @param correlation of the request that waits for the outcome, null if none does
     * @param ifMatch versions that the ticket may have, null for any
     * @param spellings of the request's members
     * @param traceparent W3C trace context of the request, null if it came with none
     */
    public record Envelope(
            String id,
            String type,
            @Nullable String order,
            String subject,
            ApiKey key,
            String fingerprint,
            int partition,
            @Nullable String correlation,
            @Nullable String ifMatch,
            Spellings spellings,
            @Nullable String traceparent) {}

    /** Completes when the broker has it, fails when it has not within the time the producer is given. */
    public Uni<Void> publish(Envelope envelope, byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, CommandHeaders.ID, envelope.id);
        add(headers, CommandHeaders.TYPE, envelope.type);
        add(headers, CommandHeaders.TIME, Instant.now().toString());
        add(headers, CommandHeaders.API_KEY, Integer.toString(envelope.key.id()));
        Departments departments = envelope.key.settings().departments();
        if (!departments.areAll()) {
            add(headers, CommandHeaders.DEPARTMENTS, departments.toString());
        }
        add(headers, CommandHeaders.FINGERPRINT, envelope.fingerprint);
        if (envelope.correlation != null) {
            add(headers, CommandHeaders.CORRELATION, envelope.correlation);
        }
        if (!envelope.subject.isEmpty()) {
            add(headers, CommandHeaders.SUBJECT, envelope.subject);
        }
        if (envelope.partition >= 0) {
            add(headers, CommandHeaders.REPLY_PARTITION, Integer.toString(envelope.partition));
        }
        if (envelope.ifMatch != null) {
            add(headers, CommandHeaders.IF_MATCH, envelope.ifMatch);
        }
        if (!envelope.spellings.equals(Spellings.NONE)) {
            add(headers, CommandHeaders.SPELLINGS, envelope.spellings.toString());
        }
        if (envelope.traceparent != null) {
            add(headers, CommandHeaders.TRACEPARENT, envelope.traceparent);
        }
        return commands.sendMessage(Message.of(value)
                        .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(envelope.order)
                                .withHeaders(headers)
                                .build()))
                .onItem()
                .invoke(() -> accepted.increment());
    }

    /** Commands of one ticket stay in order, and so do the repeats of a command that has none yet. */
    public static @Nullable String key(Command command, UUID id, boolean repeatable) {
        if (command.ticket().isEmpty()) {
            return repeatable ? id.toString() : null;
        }
        return Command.spelling(command.ticket());
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
