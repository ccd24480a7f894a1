package dev.ticketwire.contract.event;

import dev.ticketwire.contract.message.Topics;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents in records of {@link Topics#TICKET_EVENTS}, in Kafka's binary mode: attributes and extensions are headers
 * with the prefix {@code ce_} (UTF-8 text), the value is the data, {@code content-type} its media type.
 */
public final class TicketEventRecords {
    private TicketEventRecords() {}

    /** The record of an event of one ticket, keyed by its number. */
    public static ProducerRecord<@Nullable String, byte[]> record(CloudEvent event) {
        return record(event, null);
    }

    /**
     * The record of an event.
     *
     * @param partition null to choose it by the key; an event without a ticket goes to each of them
     */
    public static ProducerRecord<@Nullable String, byte[]> record(CloudEvent event, @Nullable Integer partition) {
        return KafkaMessageFactory.<@Nullable String>createWriter(Topics.TICKET_EVENTS, partition, event.getSubject())
                .writeBinary(event);
    }

    /**
     * The event of a record; its data are the record's own bytes.
     *
     * @throws IOException if the record is not a CloudEvent
     */
    public static CloudEvent event(ConsumerRecord<?, byte[]> record) throws IOException {
        try {
            return KafkaMessageFactory.createReader(record).toEvent();
        } catch (CloudEventRWException | IllegalStateException e) {
            throw new IOException("no CloudEvent at offset " + record.offset() + ": " + e.getMessage(), e);
        }
    }
}
