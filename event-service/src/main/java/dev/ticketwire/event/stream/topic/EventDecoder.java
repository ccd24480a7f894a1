package dev.ticketwire.event.stream.topic;

import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketEventRecords;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns records into events. What is no CloudEvent is logged and left out. */
final class EventDecoder {
    private static final Logger LOG = Logger.getLogger(EventDecoder.class);

    private EventDecoder() {}

    /** @return null if the record is no CloudEvent */
    static @Nullable StoredEvent event(ConsumerRecord<byte[], byte[]> record) {
        try {
            CloudEvent event = TicketEventRecords.event(record);
            byte[] json = TicketEventCodec.json(event);
            return new StoredEvent(record.partition(), record.offset(), event.getType(), json);
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "partition %d, offset %d of the events is no CloudEvent and left out: %s",
                    record.partition(), record.offset(), e.getMessage());
            return null;
        }
    }
}
