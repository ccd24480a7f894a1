package dev.ticketwire.query.command;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.ticketwire.osticket.schema.InboxEntry;
import org.jspecify.annotations.Nullable;

/**
 * A row of the inbox.
 *
 * @param apiKeyId of the caller who sent the command; the gateway decides by it who may see the status
 * @param number of the ticket that the command created or addressed, null if there is none
 * @param outcome the published outcome, as JSON
 * @param mails null unless the command is applied
 */
record CommandView(
        String id,
        String state,
        String kind,
        int apiKeyId,
        String fingerprint,
        @Nullable String number,
        @JsonRawValue @Nullable String outcome,
        @Nullable MailCounts mails) {

    static CommandView ofEntry(InboxEntry entry, @Nullable MailCounts mails) {
        return new CommandView(
                entry.id,
                entry.state,
                entry.kind,
                entry.apiKeyId,
                entry.fingerprint,
                entry.ticketNumber,
                entry.outcome,
                mails);
    }
}
