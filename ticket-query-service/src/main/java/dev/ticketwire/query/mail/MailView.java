package dev.ticketwire.query.mail;

import dev.ticketwire.osticket.mail.MailAddressee;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail about a ticket.
 *
 * @param type such as {@code auto-response}
 * @param state {@code waiting}, {@code sent}, {@code failed} or {@code discarded}
 * @param recipients null for a key that may not see internal notes
 * @param nextAttempt null unless it waits
 * @param sent when a mail server took it; null if none has
 * @param error of the last attempt that failed; null if there is none, or for a key that may not see internal notes
 */
record MailView(
        long id,
        String type,
        String state,
        String subject,
        Sender from,
        @Nullable List<MailAddressee> recipients,
        Instant created,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable Instant sent,
        @Nullable String error) {

    /** @param name empty for the bare address */
    record Sender(String name, String address) {}
}
