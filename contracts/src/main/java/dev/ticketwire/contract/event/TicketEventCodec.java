package dev.ticketwire.contract.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ticket events as CloudEvents 1.0, and these as JSON (structured mode). {@link TicketEventRecords} are the same in
 * Kafka. Data is JSON, UTF-8, in one line; its bytes are never parsed between Kafka and the stream: {@link #json} copies
 * them.
 *
 * <p>Readers ignore unknown members. An event of an unknown type, or of a later version, is a CloudEvent like the
 * others, and {@link #ticketEvent} is empty.
 */
public final class TicketEventCodec {
    /** Extension: the ticket's number, as the record's key; absent if the record has none. */
    public static final String PARTITION_KEY = "partitionkey";
    /** Extension: W3C trace context of the request that caused the change; absent if unknown. */
    public static final String TRACEPARENT = "traceparent";

    /** Media type of an event's data. */
    public static final String DATA_TYPE = "application/json";

    /** Media type of an event as {@link #json}. */
    public static final String EVENT_TYPE = JsonFormat.CONTENT_TYPE;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final JsonFormat FORMAT = new JsonFormat();

    private final URI source;

    /** @param source the help desk: CloudEvents' {@code source}, a URI reference such as {@code /osticket} */
    public TicketEventCodec(URI source) {
        this.source = source;
    }

    /** The event with its data as bytes. */
    public CloudEvent cloudEvent(TicketEvent event) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(source)
                .withType(event.type().type())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withData(DATA_TYPE, event.type().schema(), bytes(event.data()));
        if (event.number() != null) {
            builder.withSubject(event.number()).withExtension(PARTITION_KEY, event.number());
        }
        if (event.traceparent() != null) {
            builder.withExtension(TRACEPARENT, event.traceparent());
        }
        return builder.build();
    }

    /**
     * The event as this version knows it.
     *
     * @return empty if its type is unknown
     * @throws IOException if its data is not that of its type
     */
    public static Optional<TicketEvent> ticketEvent(CloudEvent event) throws IOException {
        Optional<TicketEventType> type = TicketEventType.of(event.getType());
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TicketEvent(
                event.getId(),
                type.get(),
                time(event.getTime()),
                event.getSubject(),
                text(event.getExtension(TRACEPARENT)),
                data(type.get(), event.getData())));
    }

    /** In CloudEvents' JSON form, UTF-8, in one line. */
    public static byte[] json(CloudEvent event) {
        return FORMAT.serialize(event);
    }

    /**
     * Parses {@link #json}.
     *
     * @throws IOException if it is not a CloudEvent
     */
    public static CloudEvent ofJson(byte[] json) throws IOException {
        try {
            return FORMAT.deserialize(json);
        } catch (EventDeserializationException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static byte[] bytes(EventData data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static EventData data(TicketEventType type, @Nullable CloudEventData data) throws IOException {
        if (data == null) {
            throw new IOException("an event without data");
        }
        EventData read = JSON.readValue(data.toBytes(), type.data());
        if (read == null) {
            throw new IOException("an event without data");
        }
        return read instanceof TicketChange change ? change.typed(JSON::convertValue) : read;
    }

    private static Instant time(@Nullable OffsetDateTime time) throws IOException {
        if (time == null) {
            throw new IOException("an event without time");
        }
        return time.toInstant();
    }

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }
}
