package dev.ticketwire.command.mail;

import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.command.reply.ConversationUpdater;
import dev.ticketwire.command.reply.Conversations;
import dev.ticketwire.command.reply.MatchedConversation;
import dev.ticketwire.command.reply.Participant;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.user.UserDirectory;
import dev.ticketwire.contract.command.ReceiveMail;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides on which ticket a mail belongs. Everybody can write any sender and any number into a mail, so a number counts for
 * those only who take part in the ticket; and what others answer, even if they seem to be agents, is a note, which no customer
 * sees.
 */
final class MailMatcher {
    private final MailRules rules;
    private final Found found;
    private final ConversationUpdater posting;

    /** What was looked up for a round of mails. */
    record Found(
            StoredMails known,
            OutgoingMails own,
            TicketLookup numbered,
            MergedTickets merged,
            Conversations conversations,
            UserDirectory users) {}

    MailMatcher(MailRules rules, Found found, ConversationUpdater posting) {
        this.rules = rules;
        this.found = found;
        this.posting = posting;
    }

    MailMatch decide(IncomingMail mail) {
        ReceiveMail command = mail.command();
        String id = command.messageId();
        Conversation holder = id == null ? null : holder(found.known.same(id), mail);
        if (holder != null) {
            return new MailMatch.Again(holder);
        }
        Integer ours = id == null ? null : found.own.ticket(id);
        Conversation source = ours == null ? null : holder(new TicketEntry(ours, 0), mail);
        if (source != null) {
            return new MailMatch.CameBack(source);
        }
        MailMatch.Answers answer = rules.filters().bans(command.sender().email()) ? null : answer(mail);
        return answer == null || !takes(answer, mail) ? new MailMatch.Opens() : answer;
    }

    /** The ticket may be closed for good; only agents and mail systems write on it then. */
    private boolean takes(MailMatch.Answers answer, IncomingMail mail) {
        return !posting.isClosedForGood(answer.matched().conversation())
                || answer.report()
                || answer.author() == null
                        && rules.agent(mail.command().sender().email()) != null;
    }

    private MailMatch.@Nullable Answers answer(IncomingMail mail) {
        ReceiveMail command = mail.command();
        List<String> ids = Stream.concat(command.references().stream(), command.quoted().stream())
                .toList();
        MatchedConversation matched = byReference(ids, command.references(), mail);
        if (matched == null) {
            matched = first(Stream.ofNullable(command.messageId()), found.known::alike, mail);
        }
        if (matched == null && command.nature().bounce()) {
            matched = byReference(command.returned(), command.returned(), mail);
            if (matched != null && author(command, matched.conversation()) == null) {
                return new MailMatch.Answers(matched, null, true);
            }
        }
        if (matched == null && !command.nature().report()) {
            MailMatch.Answers numbered = byNumber(mail);
            if (numbered != null) {
                return numbered;
            }
        }
        if (matched == null) {
            matched = first(Stream.concat(ids.stream(), command.returned().stream()), this::ownAlone, mail);
        }
        if (matched == null) {
            return null;
        }
        boolean report = command.nature().report();
        return new MailMatch.Answers(matched, report ? null : author(command, matched.conversation()), report);
    }

    private @Nullable MatchedConversation byReference(List<String> signed, List<String> stored, IncomingMail mail) {
        MatchedConversation own = first(signed.stream(), found.own::entry, mail);
        return own == null ? first(stored.stream(), found.known::named, mail) : own;
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

    private MailMatch.@Nullable Answers byNumber(IncomingMail mail) {
        for (String number : SubjectNumbers.in(mail.command().subject())) {
            Integer ticket = found.numbered.numbered(number);
            MatchedConversation matched = matched(ticket == null ? null : new TicketEntry(ticket, 0), mail);
            Participant author = matched == null ? null : author(mail.command(), matched.conversation());
            if (matched != null && author != null) {
                return new MailMatch.Answers(matched, author, false);
            }
        }
        return null;
    }

    private @Nullable TicketEntry ownAlone(String id) {
        Integer ticket = found.own.ticketAlone(id);
        return ticket == null ? null : new TicketEntry(ticket, 0);
    }

    /** Null as if there were no such ticket, where it has no thread, or the key that brings the mail may not know of it. */
    private @Nullable MatchedConversation matched(@Nullable TicketEntry entry, IncomingMail mail) {
        Conversation holder = holder(entry, mail);
        if (entry == null || holder == null || holder.thread == 0) {
            return null;
        }
        Conversation meant = Objects.requireNonNullElse(found.conversations.of(entry.ticket()), holder);
        int repliesTo = entry.entry() == 0 ? meant.latestMessage() : entry.entry();
        return new MatchedConversation(holder, repliesTo, meant == holder ? 0 : meant.thread, mail.poster());
    }

    private @Nullable Conversation holder(@Nullable TicketEntry entry, IncomingMail mail) {
        Conversation holder = entry == null ? null : found.conversations.of(found.merged.holder(entry.ticket()));
        return holder != null && DepartmentAccess.target(holder.ticket.before, mail.departments()) != null
                ? holder
                : null;
    }

    private @Nullable Participant author(ReceiveMail mail, Conversation conversation) {
        Integer user = found.users.of(mail.sender().email());
        return user == null ? null : conversation.participant(user);
    }
}
