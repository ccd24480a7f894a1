package dev.ticketwire.command.mail;

import dev.ticketwire.command.reply.Conversations;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.command.user.UserDirectory;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.format.OwnMessageIds;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The database rows that are needed to match a batch of mails.
 *
 * @param stored mails on tickets
 * @param outgoing mails that the help desk sent
 * @param numbered tickets whose numbers are in the subjects
 * @param merged which tickets were merged into which
 * @param conversations of all these tickets, which are locked
 * @param senders users who sent the mails
 */
record MailLookups(
        StoredMails stored,
        OutgoingMails outgoing,
        TicketLookup numbered,
        MergedTickets merged,
        Conversations conversations,
        UserDirectory senders) {

    /** Looks everything up for all mails together, and locks their tickets. */
    static MailLookups find(Connection connection, Reference reference, OwnMessageIds ownIds, List<ReceiveMail> mails)
            throws SQLException {
        Collection<String> ids = all(mails, MailLookups::messageIds);
        StoredMails stored = StoredMails.find(connection, ids);
        ids.addAll(all(mails, mail -> mail.quoted().stream()));
        OutgoingMails outgoing = OutgoingMails.find(connection, ownIds, ids);
        TicketLookup numbered = TicketLookup.find(
                connection, all(mails, mail -> SubjectNumbers.in(mail.subject()).stream()), List.of());
        Set<Integer> tickets = stored.tickets();
        tickets.addAll(outgoing.tickets());
        tickets.addAll(numbered.ids());
        MergedTickets merged = MergedTickets.find(connection, tickets);
        tickets.addAll(merged.holders());
        Conversations conversations = Conversations.find(connection, TicketRow.lock(connection, tickets), reference);
        UserDirectory senders = UserDirectory.find(
                connection, mails.stream().map(mail -> mail.sender().email()).toList());
        return new MailLookups(stored, outgoing, numbered, merged, conversations, senders);
    }

    private static Stream<String> messageIds(ReceiveMail mail) {
        return Stream.of(Stream.ofNullable(mail.messageId()), mail.references().stream(), mail.returned().stream())
                .flatMap(Function.identity());
    }

    private static Collection<String> all(List<ReceiveMail> mails, Function<ReceiveMail, Stream<String>> values) {
        Set<String> all = new TreeSet<>();
        mails.stream().flatMap(values).forEach(all::add);
        return all;
    }
}
