package dev.ticketwire.command.mail;

import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.command.reply.Conversations;
import dev.ticketwire.command.reply.Filed;
import dev.ticketwire.command.reply.Participant;
import dev.ticketwire.command.reply.Posting;
import dev.ticketwire.command.ticket.ExistingTickets;
import dev.ticketwire.command.ticket.Permitted;
import dev.ticketwire.command.user.KnownUsers;
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
final class Filing {
    private final MailRules rules;
    private final Found found;
    private final Posting posting;

    /** What was looked up for a round of mails. */
    record Found(
            KnownMails known,
            OwnMails own,
            ExistingTickets numbered,
            MergedTickets merged,
            Conversations conversations,
            KnownUsers users) {}

    /** A place on the ticket that was found, before what became of that ticket. */
    private record Place(int ticket, int entry) {}

    Filing(MailRules rules, Found found, Posting posting) {
        this.rules = rules;
        this.found = found;
        this.posting = posting;
    }

    Decision decide(Mail mail) {
        ReceiveMail command = mail.command();
        String id = command.messageId();
        Conversation holder = id == null ? null : holder(place(found.known.same(id)), mail);
        if (holder != null) {
            return new Decision.Again(holder);
        }
        Integer ours = id == null ? null : found.own.ticket(id);
        Conversation source = ours == null ? null : holder(new Place(ours, 0), mail);
        if (source != null) {
            return new Decision.CameBack(source);
        }
        Decision.Answers answer = rules.filters().bans(command.sender().email()) ? null : answer(mail);
        return answer == null || !takes(answer, mail) ? new Decision.Opens() : answer;
    }

    /** The ticket may be closed for good; only agents and mail systems write on it then. */
    private boolean takes(Decision.Answers answer, Mail mail) {
        return !posting.isClosedForGood(answer.filed().conversation())
                || answer.report()
                || answer.author() == null
                        && rules.agent(mail.command().sender().email()) != null;
    }

    private Decision.@Nullable Answers answer(Mail mail) {
        ReceiveMail command = mail.command();
        List<String> ids = Stream.concat(command.references().stream(), command.quoted().stream())
                .toList();
        Filed filed = byReference(ids, command.references(), mail);
        if (filed == null) {
            filed = first(Stream.ofNullable(command.messageId()), this::likeItself, mail);
        }
        if (filed == null && command.nature().bounce()) {
            filed = byReference(command.returned(), command.returned(), mail);
            if (filed != null && author(command, filed.conversation()) == null) {
                return new Decision.Answers(filed, null, true);
            }
        }
        if (filed == null && !command.nature().report()) {
            Decision.Answers numbered = byNumber(mail);
            if (numbered != null) {
                return numbered;
            }
        }
        if (filed == null) {
            filed = first(Stream.concat(ids.stream(), command.returned().stream()), this::ownAlone, mail);
        }
        if (filed == null) {
            return null;
        }
        boolean report = command.nature().report();
        return new Decision.Answers(filed, report ? null : author(command, filed.conversation()), report);
    }

    private @Nullable Filed byReference(List<String> signed, List<String> stored, Mail mail) {
        Filed own = first(signed.stream(), this::own, mail);
        return own == null ? first(stored.stream(), this::stored, mail) : own;
    }

    private @Nullable Filed first(Stream<String> ids, Function<String, @Nullable Place> places, Mail mail) {
        for (String id : ids.toList()) {
            Filed filed = filed(places.apply(id), mail);
            if (filed != null) {
                return filed;
            }
        }
        return null;
    }

    private Decision.@Nullable Answers byNumber(Mail mail) {
        for (String number : SubjectNumbers.in(mail.command().subject())) {
            Integer ticket = found.numbered.numbered(number);
            Filed filed = filed(ticket == null ? null : new Place(ticket, 0), mail);
            Participant author = filed == null ? null : author(mail.command(), filed.conversation());
            if (filed != null && author != null) {
                return new Decision.Answers(filed, author, false);
            }
        }
        return null;
    }

    private @Nullable Place own(String id) {
        return place(found.own.entry(id));
    }

    private static @Nullable Place place(KnownMails.@Nullable Place mail) {
        return mail == null ? null : new Place(mail.ticket(), mail.entry());
    }

    /** Another mail whose id differs in case only: osTicket takes the second for an answer to it, and so none is lost. */
    private @Nullable Place likeItself(String id) {
        return place(found.known.alike(id));
    }

    private @Nullable Place ownAlone(String id) {
        Integer ticket = found.own.ticketAlone(id);
        return ticket == null ? null : new Place(ticket, 0);
    }

    private @Nullable Place stored(String id) {
        return place(found.known.named(id));
    }

    /** Null as if there were no such ticket, where it has no thread, or the key that brings the mail may not know of it. */
    private @Nullable Filed filed(@Nullable Place place, Mail mail) {
        Conversation holder = holder(place, mail);
        if (place == null || holder == null || holder.thread == 0) {
            return null;
        }
        Conversation meant = Objects.requireNonNullElse(found.conversations.of(place.ticket), holder);
        int repliesTo = place.entry == 0 ? meant.latestMessage() : place.entry;
        return new Filed(holder, repliesTo, meant == holder ? 0 : meant.thread, mail.poster());
    }

    private @Nullable Conversation holder(@Nullable Place place, Mail mail) {
        Conversation holder = place == null ? null : found.conversations.of(found.merged.holder(place.ticket));
        return holder != null && Permitted.target(holder.ticket.before, mail.departments()) != null ? holder : null;
    }

    private @Nullable Participant author(ReceiveMail mail, Conversation conversation) {
        Integer user = found.users.of(mail.sender().email());
        return user == null ? null : conversation.participant(user);
    }
}
