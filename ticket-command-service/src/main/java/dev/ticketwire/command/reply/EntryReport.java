package dev.ticketwire.command.reply;

import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.entry.EntryType;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.PostReply;
import org.jspecify.annotations.Nullable;

/**
 * Reports a new entry, once it is written, to those who decide the mails about it.
 *
 * @param command id of the command, a UUID
 * @param mail null if it did not come as a mail
 * @param bystander whether it was found by the id of somebody's mail
 * @param silent whether the caller wants no mails about it
 */
public record EntryReport(
        String command, NewEntry entry, @Nullable Incoming mail, boolean bystander, boolean silent) {

    /** The report of an entry that came through the API. */
    static EntryReport of(Received<PostReply> received, NewEntry entry) {
        return new EntryReport(
                received.id(), entry, null, false, received.command().silent());
    }

    /** The report of an entry that came as a mail. */
    public static EntryReport ofMail(String command, NewEntry entry, Incoming mail, boolean bystander) {
        return new EntryReport(command, entry, mail, bystander, false);
    }

    public Occasion occasion() {
        TicketRow before = entry.ticket();
        int ticket = entry.ticketId();
        return switch (entry.type()) {
            case EntryType.MESSAGE ->
                new Occasion.MessagePosted(command, ticket, entry.entry(), entry.author.user(), mail, bystander);
            case EntryType.RESPONSE ->
                new Occasion.ReplyPosted(
                        command,
                        ticket,
                        entry.entry(),
                        entry.author.staff(),
                        before.staff(),
                        before.team(),
                        entry.files());
            case EntryType.NOTE ->
                new Occasion.NoteAdded(
                        command, ticket, entry.entry(), entry.author.staff(), before.staff(), before.team(), mail);
        };
    }
}
