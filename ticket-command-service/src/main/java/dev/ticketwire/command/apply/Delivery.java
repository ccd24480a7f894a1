package dev.ticketwire.command.apply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.Spellings;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a command: the record with its envelope, which is readable even if the command itself is not. Two
 * deliveries may carry the same command.
 *
 * @param id the command's id; derived from the record's position if the header is missing or not a UUID
 * @param correlation id of the waiting request, null if none
 * @param replyPartition partition on which the waiting gateway reads outcomes; null to choose it by the id
 * @param acceptedAt when the gateway accepted it, null if unknown
 * @param departments that its key may change, not parsed yet; null for all
 * @param ifMatch versions that its ticket may have, null for any
 * @param spellings of the request's members
 * @param replay whether an operator sent a dead letter again
 */
record Delivery(
        ConsumerRecord<String, byte[]> source,
        String id,
        String type,
        int apiKeyId,
        String fingerprint,
        @Nullable String traceparent,
        @Nullable String correlation,
        @Nullable Integer replyPartition,
        @Nullable Instant acceptedAt,
        @Nullable String departments,
        @Nullable String ifMatch,
        Spellings spellings,
        boolean replay) {

    static Delivery of(ConsumerRecord<String, byte[]> source) {
        Headers headers = source.headers();
        Integer apiKey = number(headers, CommandHeaders.API_KEY);
        String type = text(headers, CommandHeaders.TYPE);
        String fingerprint = text(headers, CommandHeaders.FINGERPRINT);
        return new Delivery(
                source,
                id(source),
                type == null ? "" : type,
                apiKey == null ? 0 : apiKey,
                fingerprint == null ? "" : fingerprint,
                text(headers, CommandHeaders.TRACEPARENT),
                text(headers, CommandHeaders.CORRELATION),
                number(headers, CommandHeaders.REPLY_PARTITION),
                instant(text(headers, CommandHeaders.TIME)),
                text(headers, CommandHeaders.DEPARTMENTS),
                text(headers, CommandHeaders.IF_MATCH),
                Spellings.parse(text(headers, CommandHeaders.SPELLINGS)),
                headers.lastHeader(CommandHeaders.REPLAY) != null);
    }

    private static String id(ConsumerRecord<String, byte[]> source) {
        String sent = text(source.headers(), CommandHeaders.ID);
        try {
            if (sent != null) {
                return UUID.fromString(sent).toString();
            }
        } catch (IllegalArgumentException e) {
            // falls through: the id is derived from the position
        }
        String position = source.topic() + "/" + source.partition() + "/" + source.offset();
        return UUID.nameUUIDFromBytes(position.getBytes(UTF_8)).toString();
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static @Nullable Integer number(Headers headers, String name) {
        String text = text(headers, name);
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
