package dev.ticketwire.command.create;

import dev.ticketwire.command.create.filter.Origin;
import dev.ticketwire.command.entry.Caller;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.schema.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who wants a ticket opened.
 *
 * @param apiKey the key that sent it
 * @param departments into which it may put tickets
 * @param arrival null if it did not come as a mail
 */
public record Request(
        OpenTicket command,
        int apiKey,
        Departments departments,
        @Nullable Arrival arrival) {

    /** Null if it came as a mail. */
    @Nullable
    Caller caller() {
        return arrival == null ? new Caller(apiKey, departments) : null;
    }

    Origin origin() {
        return arrival == null ? Origin.API : Origin.mail(mailboxId());
    }

    /** Where it came in; null if it did not come as a mail, or the help desk has no address. */
    @Nullable
    Mailbox mailbox() {
        return arrival == null ? null : arrival.mailbox();
    }

    /** Of {@link #mailbox}, 0 for none. */
    int mailboxId() {
        Mailbox mailbox = mailbox();
        return mailbox == null ? 0 : mailbox.id;
    }
}
