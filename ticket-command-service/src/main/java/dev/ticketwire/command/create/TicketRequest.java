package dev.ticketwire.command.create;

import dev.ticketwire.command.collaborator.CopiedAddress;
import dev.ticketwire.command.create.filter.RequestOrigin;
import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for a new ticket, sent through the API or as a mail.
 *
 * @param id of the command, a UUID
 * @param apiKey the key that sent it
 * @param departments into which it may put tickets
 * @param mail null if it did not come as a mail
 */
public record TicketRequest(
        String id,
        OpenTicket command,
        int apiKey,
        Departments departments,
        @Nullable MailMetadata mail) {

    /** Null if it came as a mail. */
    @Nullable
    ApiCaller caller() {
        return mail == null ? new ApiCaller(apiKey, departments) : null;
    }

    RequestOrigin origin() {
        return mail == null ? RequestOrigin.API : RequestOrigin.mail(mailboxId());
    }

    /** The mailbox that received it; null if it did not come as a mail, or the help desk has no mailbox. */
    @Nullable
    Mailbox mailbox() {
        return mail == null ? null : mail.mailbox();
    }

    /** All mailboxes of the help desk that the mail was sent to. */
    List<Mailbox> mailboxes() {
        return mail == null ? List.of() : mail.mailboxes();
    }

    /** Further recipients of the mail, who become collaborators. */
    List<CopiedAddress> copied() {
        return mail == null ? List.of() : mail.copied();
    }

    /** The priority set by the mail's sender; null for none. */
    @Nullable
    TicketPriority mailedPriority() {
        return mail == null ? null : mail.priority();
    }

    /** All e-mail addresses of possible participants. */
    Stream<String> people() {
        Stream<@Nullable String> owner = Stream.of(command.requester().email());
        Stream<String> mailed = mail == null
                ? Stream.of()
                : Stream.concat(
                        Stream.ofNullable(mail.replyTo()).map(ReceiveMail.Address::email),
                        mail.copied().stream().map(CopiedAddress::email));
        return Stream.concat(owner.filter(Objects::nonNull), mailed);
    }

    /** The id of {@link #mailbox}, 0 for none. */
    int mailboxId() {
        Mailbox mailbox = mailbox();
        return mailbox == null ? 0 : mailbox.id;
    }
}
