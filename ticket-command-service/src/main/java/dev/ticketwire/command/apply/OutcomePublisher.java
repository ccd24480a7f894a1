package dev.ticketwire.command.apply;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.message.OutcomeHeaders;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes the outcomes of commands: one record per delivery, so that a waiting repeat gets its answer too. */
@ApplicationScoped
class OutcomePublisher {
    private final MutinyEmitter<byte[]> outcomes;
    private final MutinyEmitter<byte[]> deadLetters;

    OutcomePublisher(
            @Channel("outcomes") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> outcomes,
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> deadLetters) {
        this.outcomes = outcomes;
        this.deadLetters = deadLetters;
    }

    /**
     * Publishes the outcome of every delivery, and every failed command as a dead letter.
     *
     * @throws RuntimeException if the broker did not acknowledge all of them; publishing again is harmless
     */
    void publish(List<Delivery> deliveries, Map<String, Recorded> known) {
        List<Uni<Void>> sent = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Recorded recorded = known.get(delivery.id());
            if (recorded == null) {
                throw new IllegalStateException("no outcome for command " + delivery.id());
            }
            if (recorded.outcome() instanceof Outcome.Failed failed) {
                sent.add(deadLetters.sendMessage(deadLetter(delivery, failed)));
            }
            sent.add(outcomes.sendMessage(outcome(delivery, recorded)));
        }
        Uni.join().all(sent).andCollectFailures().await().indefinitely();
    }

    private static Message<byte[]> outcome(Delivery delivery, Recorded recorded) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, OutcomeHeaders.FINGERPRINT, recorded.fingerprint());
        if (delivery.correlation() != null) {
            add(headers, OutcomeHeaders.CORRELATION, delivery.correlation());
        }
        if (delivery.traceparent() != null) {
            add(headers, CommandHeaders.TRACEPARENT, delivery.traceparent());
        }
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(delivery.id())
                .withHeaders(headers);
        if (delivery.replyPartition() != null) {
            metadata.withPartition(delivery.replyPartition());
        }
        return Message.of(json(recorded.outcome()), Metadata.of(metadata.build()));
    }

    private static Message<byte[]> deadLetter(Delivery delivery, Outcome.Failed failed) {
        RecordHeaders headers = new RecordHeaders(delivery.source().headers());
        headers.remove(CommandHeaders.ID).remove(CommandHeaders.REPLAY).remove(CommandHeaders.REASON);
        add(headers, CommandHeaders.ID, delivery.id());
        add(headers, CommandHeaders.REASON, failed.reason());
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(delivery.source().key())
                .withHeaders(headers)
                .build();
        return Message.of(delivery.source().value(), Metadata.of(metadata));
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static byte[] json(Outcome outcome) {
        try {
            return CommandCodec.json().writerFor(Outcome.class).writeValueAsBytes(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
