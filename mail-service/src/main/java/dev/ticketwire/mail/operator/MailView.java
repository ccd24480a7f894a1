package dev.ticketwire.mail.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ticketwire.osticket.mail.MailAddressee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as operators see it. Times in UTC.
 *
 * @param state waiting, sending, sent, failed or discarded
 * @param number of its ticket
 * @param attempts since it was decided, or since somebody asked for it again
 * @param nextAttempt null if it is settled
 * @param sent null if it is not; of failed and discarded ones {@code settled} says when
 * @param server that answered last, {@code host:port}; {@code status}: its SMTP status
 */
record MailView(
        long id,
        String type,
        String state,
        @JsonInclude @Nullable String number,
        String subject,
        Sender from,
        List<MailAddressee> recipients,
        String created,
        int attempts,
        @JsonInclude @Nullable String nextAttempt,
        @JsonInclude @Nullable String sent,
        @JsonInclude @Nullable String settled,
        @JsonInclude @Nullable String server,
        @JsonInclude @Nullable Integer status,
        @JsonInclude @Nullable String error,
        String messageId) {

    record Sender(@JsonProperty String name, @JsonProperty String address) {}
}
