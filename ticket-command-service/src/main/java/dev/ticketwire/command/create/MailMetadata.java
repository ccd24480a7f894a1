package dev.ticketwire.command.create;

import dev.ticketwire.command.collaborator.CopiedAddress;
import dev.ticketwire.command.entry.EntryMail;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request came as a mail.
 *
 * @param mailbox the help desk's address that it was sent to; null if it has none at all
 * @param mailboxes every address of the help desk that it was sent to
 * @param replyTo where its sender wants answers; filters look at it, and may make it the owner; null if it does not say
 * @param addressees every address it was sent to, parted by blanks; filters look at them
 * @param copied those who follow the ticket because it was sent to them as well
 * @param priority that its sender gave it; null for none, or where the help desk does not ask
 */
public record MailMetadata(
        @Nullable Mailbox mailbox,
        List<Mailbox> mailboxes,
        ReceiveMail.@Nullable Address replyTo,
        String addressees,
        List<CopiedAddress> copied,
        @Nullable TicketPriority priority,
        EntryMail letter) {}
