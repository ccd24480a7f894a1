package dev.ticketwire.gateway.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketwire.contract.command.CommandHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A command that the command service has given up on.
 *
 * @param id of the command, a UUID
 * @param type of the command, e.g. {@code ticket.open.v1}; empty if it came without one
 * @param ticket that it addresses, as sent; null for a create
 * @param apiKeyId of the key that sent it, null if it came without one
 * @param reason of the failure; may quote the database
 * @param acceptedAt when the gateway accepted it, ISO 8601, UTC; null if it came without a time
 * @param failedAt when the command service gave up, milliseconds since 1970
 * @param bytes size of the command
 * @param partition of the dead-letter topic
 * @param offset in that partition
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetter(
        String id,
        String type,
        @Nullable String ticket,
        @Nullable String apiKeyId,
        String reason,
        @Nullable String acceptedAt,
        long failedAt,
        int bytes,
        int partition,
        long offset) {

    static DeadLetter of(ConsumerRecord<byte[], byte[]> source) {
        Headers headers = source.headers();
        return new DeadLetter(
                id(headers),
                Objects.requireNonNullElse(text(headers, CommandHeaders.TYPE), ""),
                text(headers, CommandHeaders.SUBJECT),
                text(headers, CommandHeaders.API_KEY),
                Objects.requireNonNullElse(text(headers, CommandHeaders.REASON), ""),
                text(headers, CommandHeaders.TIME),
                source.timestamp(),
                source.serializedValueSize(),
                source.partition(),
                source.offset());
    }

    static String id(Headers headers) {
        return Objects.requireNonNullElse(text(headers, CommandHeaders.ID), "");
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
