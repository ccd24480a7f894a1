package dev.ticketwire.command.apply;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.message.OutcomeHeaders;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Publishes the outcomes of commands: one record per delivery, so that a waiting repeat gets its answer too. Uses the
 * channel's producer itself: it knows when a batch is complete, and sends it at once and in one request.
 */
@ApplicationScoped
class OutcomePublisher {
    private static final String OUTCOMES = "outcomes";

    private final KafkaClientService clients;
    private final String topic;
    private final MutinyEmitter<byte[]> deadLetters;

    /** @param channel is not used: it makes the channel one of the service's */
    OutcomePublisher(
            KafkaClientService clients,
            @ConfigProperty(name = "mp.messaging.outgoing." + OUTCOMES + ".topic") String topic,
            @Channel(OUTCOMES) MutinyEmitter<byte[]> channel,
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> deadLetters) {
        this.clients = clients;
        this.topic = topic;
        this.deadLetters = deadLetters;
    }

    /**
     * Publishes the outcome of every delivery, and every failed command as a dead letter.
     *
     * @throws RuntimeException if the broker did not acknowledge all of them; publishing again is harmless
     */
    void publish(List<Delivery> deliveries, Map<String, Recorded> known) {
        Producer<String, byte[]> producer =
                clients.<String, byte[]>getProducer(OUTCOMES).unwrap();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        List<Uni<Void>> letters = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Recorded recorded = known.get(delivery.id());
            if (recorded == null) {
                throw new IllegalStateException("no outcome for command " + delivery.id());
            }
            if (recorded.outcome() instanceof Outcome.Failed failed) {
                letters.add(deadLetters.sendMessage(deadLetter(delivery, failed)));
            }
            sent.add(producer.send(outcome(delivery, recorded)));
        }
        producer.flush();
        await(sent);
        if (!letters.isEmpty()) {
            Uni.join().all(letters).andCollectFailures().await().indefinitely();
        }
    }

    private static void await(List<Future<RecordMetadata>> sent) {
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private ProducerRecord<String, byte[]> outcome(Delivery delivery, Recorded recorded) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, OutcomeHeaders.FINGERPRINT, recorded.fingerprint());
        if (delivery.correlation() != null) {
            add(headers, OutcomeHeaders.CORRELATION, delivery.correlation());
        }
        if (delivery.traceparent() != null) {
            add(headers, CommandHeaders.TRACEPARENT, delivery.traceparent());
        }
        return new ProducerRecord<>(topic, delivery.replyPartition(), delivery.id(), json(recorded.outcome()), headers);
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
