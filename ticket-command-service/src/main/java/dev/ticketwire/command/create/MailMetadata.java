package dev.ticketwire.command.create;

import dev.ticketwire.command.collaborator.CopiedAddress;
import dev.ticketwire.command.entry.EntryMail;
import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties of the mail from which a request was made.
 *
 * @param mailbox the help desk's address that it was sent to; null if the help desk has none
 * @param mailboxes every address of the help desk that it was sent to
 * @param replyTo the {@code Reply-To} address, which filters read and may make the owner; null if absent
 * @param addressees all addresses it was sent to, separated by blanks; filters read them
 * @param copied further recipients, who become collaborators
 * @param priority set by the sender; null for none, or if the help desk ignores it
 * @param incoming what mails about the ticket need to know of it
 */
public record MailMetadata(
        @Nullable Mailbox mailbox,
        List<Mailbox> mailboxes,
        ReceiveMail.@Nullable Address replyTo,
        String addressees,
        List<CopiedAddress> copied,
        @Nullable TicketPriority priority,
        Incoming incoming,
        EntryMail letter) {}
