package dev.ticketwire.command.apply;

import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The commands of one poll of one consumer.
 *
 * @param consumer which of the service's consumers
 * @param bytes of all commands
 * @param finished commits the offsets
 */
record Poll(int consumer, List<Delivery> deliveries, long bytes, Runnable finished) {

    @SuppressWarnings("unchecked") // the channel's own records
    static Poll of(KafkaRecordBatch<String, byte[]> batch) {
        IncomingKafkaRecordBatchMetadata<String, byte[]> metadata =
                batch.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
        List<Delivery> deliveries = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<String, byte[]> source : metadata.getRecords()) {
            deliveries.add(Delivery.of(source));
            bytes += source.serializedValueSize();
        }
        return new Poll(metadata.getConsumerIndex(), deliveries, bytes, batch::ack);
    }
}
