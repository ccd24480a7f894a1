package dev.ticketwire.event.feed.store;

import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stores an operator's requests for the leader. They are rare, so each has a producer of its own. */
public final class RequestPublisher {
    private final Map<String, Object> settings;

    /** @param kafka connection settings */
    public RequestPublisher(Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("client.id", "event-service.requests");
        settings.put("delivery.timeout.ms", "5000");
        settings.put("request.timeout.ms", "2500");
        settings.put("max.block.ms", "5000");
        settings.put("linger.ms", "0");
    }

    /** @throws KafkaException if Kafka did not acknowledge it; it may be stored all the same */
    public void publish(SnapshotRequest request) {
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            String key = StateKey.SNAPSHOT_REQUEST.key();
            producer.send(new ProducerRecord<>(Topics.EVENT_CAPTURE, 0, key, StateCodec.bytes(request)))
                    .get();
            producer.close(Duration.ofSeconds(1));
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
