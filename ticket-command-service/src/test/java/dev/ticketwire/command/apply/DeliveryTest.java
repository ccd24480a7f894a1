package dev.ticketwire.command.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.Spellings;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final ConsumerRecord<String, byte[]> source =
            new ConsumerRecord<>("osticket.commands", 3, 17, "key", new byte[0]);

    @Test
    void theEnvelopeIsReadFromTheHeaders() {
        header(CommandHeaders.ID, "0198A000-0000-7000-8000-000000000001");
        header(CommandHeaders.TYPE, "ticket.open.v1");
        header(CommandHeaders.API_KEY, "12");
        header(CommandHeaders.REPLY_PARTITION, "5");
        header(CommandHeaders.CORRELATION, "c-1");
        header(CommandHeaders.SPELLINGS, "priorityId=priority statusId=status");
        header(CommandHeaders.TIME, "2026-11-24T18:00:00.123Z");

        Delivery delivery = Delivery.of(source);

        assertThat(delivery.id()).isEqualTo("0198a000-0000-7000-8000-000000000001");
        assertThat(delivery.type()).isEqualTo("ticket.open.v1");
        assertThat(delivery.apiKeyId()).isEqualTo(12);
        assertThat(delivery.replyPartition()).isEqualTo(5);
        assertThat(delivery.correlation()).isEqualTo("c-1");
        assertThat(delivery.acceptedAt()).isEqualTo(Instant.parse("2026-11-24T18:00:00.123Z"));
        assertThat(delivery.replay()).isFalse();
        assertThat(delivery.spellings().sent()).isEqualTo(Map.of("priorityId", "priority", "statusId", "status"));
    }

    @Test
    void aRecordWithoutAnIdIsNamedByItsPositionEachTime() {
        header(CommandHeaders.ID, "not a uuid");

        String first = Delivery.of(source).id();

        assertThat(Delivery.of(source).id()).isEqualTo(first).matches("[0-9a-f-]{36}");
    }

    @Test
    void aBrokenEnvelopeNeverFails() {
        header(CommandHeaders.API_KEY, "-7e9");
        header(CommandHeaders.REPLY_PARTITION, "99999999999");
        header(CommandHeaders.TIME, "yesterday");
        header(CommandHeaders.SPELLINGS, " = =x status");

        Delivery delivery = Delivery.of(source);

        assertThat(delivery.apiKeyId()).isZero();
        assertThat(delivery.replyPartition()).isNull();
        assertThat(delivery.acceptedAt()).isNull();
        assertThat(delivery.spellings()).isEqualTo(Spellings.NONE);
    }

    private void header(String name, String value) {
        source.headers().add(name, value.getBytes(UTF_8));
    }
}
