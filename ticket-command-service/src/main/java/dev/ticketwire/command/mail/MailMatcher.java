package dev.ticketwire.command.mail;

import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.command.reply.ConversationUpdater;
import dev.ticketwire.command.reply.MatchedConversation;
import dev.ticketwire.command.reply.Participant;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.contract.command.ReceiveMail;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ticket that a mail belongs to. A sender can forge the address and write any ticket number, so a number
 * counts only if the sender is a participant of the ticket. Replies of others become notes, which no customer sees,
 * even if the sender seems to be an agent.
 */
final class MailMatcher {
    private final MailRules rules;
    private final MailLookups lookups;
    private final ConversationUpdater updater;

    MailMatcher(MailRules rules, MailLookups lookups, ConversationUpdater updater) {
        this.rules = rules;
        this.lookups = lookups;
        this.updater = updater;
    }

    MailMatch match(IncomingMail mail) {
        ReceiveMail command = mail.command();
        String id = command.messageId();
        Conversation holder = id == null ? null : holder(lookups.stored().exact(id), mail);
        if (holder != null) {
            return new MailMatch.AlreadyStored(holder);
        }
        Integer sentAbout = id == null ? null : lookups.outgoing().ticket(id);
        Conversation source = sentAbout == null ? null : holder(new TicketEntry(sentAbout, 0), mail);
        if (source != null) {
            return new MailMatch.OwnMail(source);
        }
        MailMatch.Reply reply = rules.filters().bans(command.sender().email()) ? null : reply(mail);
        return reply == null || !isAccepted(reply, mail) ? new MailMatch.NewTicket() : reply;
    }

    /** Whether the ticket takes the reply. If no customer can reopen it, only agents and mail systems write on it. */
    private boolean isAccepted(MailMatch.Reply reply, IncomingMail mail) {
        return !updater.isClosedForGood(reply.matched().conversation())
                || reply.report()
                || reply.author() == null && rules.agent(mail.command().sender().email()) != null;
    }

    private MailMatch.@Nullable Reply reply(IncomingMail mail) {
        ReceiveMail command = mail.command();
        MatchedConversation matched = byMessageId(mail);
        if (matched == null && command.nature().bounce()) {
            matched = byReference(command.returned(), command.returned(), mail);
            if (matched != null && author(command, matched.conversation()) == null) {
                return new MailMatch.Reply(matched, null, true);
            }
        }
        if (matched != null) {
            return reply(matched, command);
        }
        MailMatch.Reply numbered = command.nature().report() ? null : byNumber(mail);
        return numbered == null ? byTicketOfReference(mail) : numbered;
    }

    private MailMatch.Reply reply(MatchedConversation matched, ReceiveMail command) {
        boolean report = command.nature().report();
        return new MailMatch.Reply(matched, report ? null : author(command, matched.conversation()), report);
    }

    private @Nullable MatchedConversation byMessageId(IncomingMail mail) {
        ReceiveMail command = mail.command();
        MatchedConversation matched = byReference(referencesAndQuoted(command), command.references(), mail);
        return matched == null
                ? stored(Stream.ofNullable(command.messageId()), lookups.stored()::ignoringCase, mail)
                : matched;
    }

    private static List<String> referencesAndQuoted(ReceiveMail command) {
        return Stream.concat(command.references().stream(), command.quoted().stream())
                .toList();
    }

    /**
     * The conversation of the first mail that the help desk sent, otherwise of the first stored one.
     *
     * @param sent ids of mails that the help desk may have sent
     * @param stored ids of mails that may be stored on tickets
     */
    private @Nullable MatchedConversation byReference(List<String> sent, List<String> stored, IncomingMail mail) {
        MatchedConversation own = first(sent.stream(), lookups.outgoing()::entry, mail);
        return own == null ? stored(stored.stream(), lookups.stored()::truncated, mail) : own;
    }

    /** The conversation of the first mail that somebody wrote to the help desk. */
    private @Nullable MatchedConversation stored(
            Stream<String> ids, Function<String, @Nullable TicketEntry> entries, IncomingMail mail) {
        MatchedConversation matched = first(ids, entries, mail);
        return matched == null ? null : matched.foundByStoredMail();
    }

    private @Nullable MatchedConversation first(
            Stream<String> ids, Function<String, @Nullable TicketEntry> entries, IncomingMail mail) {
        for (String id : ids.toList()) {
            MatchedConversation matched = matched(entries.apply(id), mail);
            if (matched != null) {
                return matched;
            }
        }
        return null;
    }

    private MailMatch.@Nullable Reply byNumber(IncomingMail mail) {
        for (String number : SubjectNumbers.in(mail.command().subject())) {
            Integer ticket = lookups.numbered().idByNumber(number);
            MatchedConversation matched = matched(ticket == null ? null : new TicketEntry(ticket, 0), mail);
            Participant author = matched == null ? null : author(mail.command(), matched.conversation());
            if (matched != null && author != null) {
                return new MailMatch.Reply(matched, author, false);
            }
        }
        return null;
    }

    /** Matches by mails of the help desk that refer to a ticket and to no entry of it. */
    private MailMatch.@Nullable Reply byTicketOfReference(IncomingMail mail) {
        ReceiveMail command = mail.command();
        Stream<String> ids = Stream.concat(referencesAndQuoted(command).stream(), command.returned().stream());
        MatchedConversation matched = first(ids, this::ticketOnly, mail);
        return matched == null ? null : reply(matched, command);
    }

    private @Nullable TicketEntry ticketOnly(String id) {
        Integer ticket = lookups.outgoing().ticketOnly(id);
        return ticket == null ? null : new TicketEntry(ticket, 0);
    }

    /** Null if the ticket has no thread, or the API key of the mail may not access it. */
    private @Nullable MatchedConversation matched(@Nullable TicketEntry entry, IncomingMail mail) {
        Conversation holder = holder(entry, mail);
        if (entry == null || holder == null || holder.thread == 0) {
            return null;
        }
        Conversation meant = Objects.requireNonNullElse(lookups.conversations().of(entry.ticket()), holder);
        int repliesTo = entry.entry() == 0 ? meant.latestMessage() : entry.entry();
        return new MatchedConversation(holder, repliesTo, meant == holder ? 0 : meant.thread, false, mail.poster());
    }

    /** The conversation on the ticket, or on the one that it was merged into. */
    private @Nullable Conversation holder(@Nullable TicketEntry entry, IncomingMail mail) {
        Conversation holder = entry == null
                ? null
                : lookups.conversations().of(lookups.merged().holder(entry.ticket()));
        return holder != null && DepartmentAccess.target(holder.ticket.before, mail.departments()) != null
                ? holder
                : null;
    }

    private @Nullable Participant author(ReceiveMail mail, Conversation conversation) {
        Integer user = lookups.senders().of(mail.sender().email());
        return user == null ? null : conversation.participant(user);
    }
}
