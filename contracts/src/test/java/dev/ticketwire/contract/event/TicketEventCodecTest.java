package dev.ticketwire.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.event.TicketState.Named;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TicketEventCodecTest {
    private static final TicketEventCodec CODEC = new TicketEventCodec(URI.create("/osticket"));
    private static final TicketEvent TRANSFERRED = new TicketEvent(
            "0-1-4711-1764516902-3-0-transferred",
            TicketEventType.TRANSFERRED,
            Instant.parse("2026-11-30T15:35:00Z"),
            "480113",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            new TicketChange(
                    ticket(),
                    Actor.SYSTEM,
                    null,
                    Map.of("department", new Named(1, "Support")),
                    Map.of("department", new Named(2, "Vertrieb"))));

    @Test
    void attributesAreHeadersAndTheNumberIsTheKey() {
        ProducerRecord<String, byte[]> record = TicketEventRecords.record(CODEC.cloudEvent(TRANSFERRED));

        assertThat(record.topic()).isEqualTo("osticket.ticket-events");
        assertThat(record.key()).isEqualTo("480113");
        assertThat(record.partition()).isNull();
        assertThat(headers(record))
                .isEqualTo(new TreeMap<>(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "0-1-4711-1764516902-3-0-transferred",
                        "ce_source", "/osticket",
                        "ce_type", "ticket.transferred.v1",
                        "ce_subject", "480113",
                        "ce_time", "2026-11-30T15:35:00Z",
                        "ce_dataschema", "urn:ticketwire:event:ticket.transferred.v1",
                        "ce_partitionkey", "480113",
                        "ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        "content-type", "application/json")));
    }

    @Test
    void anEventWithoutATicketHasAPartitionAndNoKey() {
        FeedGap gap = new FeedGap(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), "the log was purged");
        TicketEvent event = new TicketEvent("gap-1", TicketEventType.FEED_GAP, Instant.EPOCH, null, null, gap);

        ProducerRecord<String, byte[]> record = TicketEventRecords.record(CODEC.cloudEvent(event), 7);

        assertThat(record.key()).isNull();
        assertThat(record.partition()).isEqualTo(7);
        assertThat(headers(record)).doesNotContainKeys("ce_subject", "ce_partitionkey", "ce_traceparent");
        assertThat(text(record.value()))
                .isEqualTo("{\"from\":\"1970-01-01T00:00:00Z\",\"to\":\"1970-01-01T00:00:01Z\",\"reason\":\"the log was"
                        + " purged\"}");
    }

    @Test
    void anEventIsReadBackEqualFromItsRecordAndFromItsJson() throws Exception {
        CloudEvent event = TicketEventRecords.event(consumed(TicketEventRecords.record(CODEC.cloudEvent(TRANSFERRED))));
        CloudEvent parsed = TicketEventCodec.ofJson(TicketEventCodec.json(event));

        assertThat(TicketEventCodec.ticketEvent(event)).contains(TRANSFERRED);
        assertThat(TicketEventCodec.ticketEvent(parsed)).contains(TRANSFERRED);
    }

    @Test
    void jsonContainsTheBytesOfTheRecord() throws Exception {
        byte[] data = "{\"ticket\" : {\"number\":\"1\"},   \"new\":1.50}".getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record = TicketEventRecords.record(CODEC.cloudEvent(TRANSFERRED));
        ProducerRecord<String, byte[]> other =
                new ProducerRecord<>(record.topic(), null, record.key(), data, record.headers());

        CloudEvent event = TicketEventRecords.event(consumed(other));

        assertThat(event.getData().toBytes()).isSameAs(data);
        assertThat(text(TicketEventCodec.json(event))).endsWith(",\"data\":" + text(data) + "}");
    }

    @Test
    void anUnknownTypeIsACloudEventAndNoTicketEvent() throws Exception {
        CloudEvent later = CloudEventBuilder.v1(CODEC.cloudEvent(TRANSFERRED))
                .withType("ticket.transferred.v2")
                .withData("application/json", "[]".getBytes(StandardCharsets.UTF_8))
                .build();

        CloudEvent read = TicketEventRecords.event(consumed(TicketEventRecords.record(later)));

        assertThat(read.getType()).isEqualTo("ticket.transferred.v2");
        assertThat(TicketEventCodec.ticketEvent(read)).isEmpty();
        assertThat(text(TicketEventCodec.json(read))).contains("\"data\":[]");
    }

    @Test
    void whatIsNoCloudEventIsAnIoException() {
        ConsumerRecord<String, byte[]> plain =
                new ConsumerRecord<>("t", 0, 42, null, "x".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> TicketEventRecords.event(plain))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no CloudEvent at offset 42");
        assertThatThrownBy(() -> TicketEventCodec.ofJson("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    private static TicketState ticket() {
        Named none = null;
        return new TicketState(
                22,
                "480113",
                "Drucker \"Büro\" ☎",
                new TicketState.Status(1, "Open", "open"),
                new Named(2, "Vertrieb"),
                none,
                none,
                none,
                none,
                none,
                none,
                "API",
                false,
                false,
                null,
                "2026-11-30 15:35:00",
                null,
                null);
    }

    private static ConsumerRecord<String, byte[]> consumed(ProducerRecord<String, byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                0,
                1,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()),
                java.util.Optional.empty());
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return headers;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
