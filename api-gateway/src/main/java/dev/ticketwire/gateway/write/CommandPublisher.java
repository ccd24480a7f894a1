package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.CommandHeaders;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Puts commands on Kafka. */
@ApplicationScoped
class CommandPublisher {
    private final MutinyEmitter<byte[]> commands;

    /** Unbounded here, because the room for bodies and for waiting requests bounds it. */
    CommandPublisher(
            @Channel("commands") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> commands) {
        this.commands = commands;
    }

    /**
     * A command on its way.
     *
     * @param key commands of one key stay in order; null for one that has no order to keep: those share a partition for a
     *     while, and so a record batch
     * @param subject the ticket it addresses, empty for none
     * @param partition of the outcomes topic that this gateway reads, -1 if it reads none
     * @param traceparent W3C trace context of the request, null if it came with none
     */
    record Envelope(
            String id,
            String type,
            @Nullable String key,
            String subject,
            int apiKeyId,
            String fingerprint,
            int partition,
            String correlation,
            @Nullable String traceparent) {}

    /** Completes when the broker has it, fails when it has not within the time the producer is given. */
    Uni<Void> publish(Envelope envelope, byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, CommandHeaders.ID, envelope.id);
        add(headers, CommandHeaders.TYPE, envelope.type);
        add(headers, CommandHeaders.TIME, Instant.now().toString());
        add(headers, CommandHeaders.API_KEY, Integer.toString(envelope.apiKeyId));
        add(headers, CommandHeaders.FINGERPRINT, envelope.fingerprint);
        add(headers, CommandHeaders.CORRELATION, envelope.correlation);
        if (!envelope.subject.isEmpty()) {
            add(headers, CommandHeaders.SUBJECT, envelope.subject);
        }
        if (envelope.partition >= 0) {
            add(headers, CommandHeaders.REPLY_PARTITION, Integer.toString(envelope.partition));
        }
        if (envelope.traceparent != null) {
            add(headers, CommandHeaders.TRACEPARENT, envelope.traceparent);
        }
        return commands.sendMessage(Message.of(value)
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(envelope.key)
                        .withHeaders(headers)
                        .build()));
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
