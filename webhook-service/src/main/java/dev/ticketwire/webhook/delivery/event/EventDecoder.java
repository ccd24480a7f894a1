package dev.ticketwire.webhook.delivery.event;

import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketEventRecords;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns records into events. What is no CloudEvent is logged and left out. */
public final class EventDecoder {
    private static final Logger LOG = Logger.getLogger(EventDecoder.class);
    /** Of the column {@code event_id}. */
    private static final int LONGEST_ID = 128;

    private EventDecoder() {}

    /** @return null if the record is no event */
    public static @Nullable Event event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return event(record, TicketEventRecords.event(record));
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "partition %d, offset %d of the events is no CloudEvent and left out: %s",
                    record.partition(), record.offset(), e.getMessage());
            return null;
        }
    }

    private static Event event(ConsumerRecord<byte[], byte[]> record, CloudEvent event) throws IOException {
        if (event.getId().length() > LONGEST_ID) {
            throw new IOException("its id is longer than " + LONGEST_ID);
        }
        byte[] json = TicketEventCodec.json(event);
        Instant published = Instant.ofEpochMilli(record.timestamp());
        OffsetDateTime time = event.getTime();
        return new Event(
                new Place(record.partition(), record.offset()),
                event.getId(),
                event.getType(),
                time == null ? published : time.toInstant(),
                published,
                Objects.toString(event.getExtension(TicketEventCodec.TRACEPARENT), null),
                Event.facts(json),
                json);
    }
}
