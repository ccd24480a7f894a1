package dev.ticketwire.command.mail;

import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.command.reply.Conversations;
import dev.ticketwire.command.reply.Participant;
import dev.ticketwire.command.reply.Post;
import dev.ticketwire.command.reply.Posting;
import dev.ticketwire.command.ticket.ExistingTickets;
import dev.ticketwire.command.ticket.Permitted;
import dev.ticketwire.command.user.KnownUsers;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.text.SubjectText;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Decides on which ticket a mail belongs. Everybody can write any sender and any number into a mail, so a number counts for
 * those only who take part in the ticket; and what others answer, even if they seem to be agents, is a note, which no customer
 * sees.
 */
final class Filing {
    private final MailRules rules;
    private final KnownMails known;
    private final ExistingTickets numbered;
    private final Conversations conversations;
    private final KnownUsers users;
    private final Posting posting;

    Filing(
            MailRules rules,
            KnownMails known,
            ExistingTickets numbered,
            Conversations conversations,
            KnownUsers users,
            LocalDateTime now) {
        this.rules = rules;
        this.known = known;
        this.numbered = numbered;
        this.conversations = conversations;
        this.users = users;
        this.posting = new Posting(rules.reference(), rules.replies().databaseZone(), now);
    }

    /** Where the mail is already: the same was taken in before. Null if it is new. */
    @Nullable
    Conversation holder(Mail mail) {
        String id = mail.command().messageId();
        KnownMails.Place place = id == null ? null : known.of(id);
        return place == null ? null : permitted(place.ticket(), mail);
    }

    /** Null if the mail answers nothing: it is for a ticket of its own. */
    @Nullable
    Post post(Mail mail) {
        ReceiveMail command = mail.command();
        if (rules.filters().bans(command.sender().email())) {
            return null;
        }
        for (String reference : command.references()) {
            KnownMails.Place place = known.of(reference);
            Conversation conversation = place == null ? null : permitted(place.ticket(), mail);
            if (place != null && conversation != null) {
                return answer(mail, conversation, place.entry());
            }
        }
        for (String number : SubjectNumbers.in(command.subject())) {
            Integer ticket = numbered.numbered(number);
            Conversation conversation = ticket == null ? null : permitted(ticket, mail);
            Participant author =
                    conversation == null || conversation.thread == 0 ? null : author(command, conversation);
            if (conversation != null && author != null) {
                return posting.mail(conversation, author, 0, !command.nature().automatic(), mail.content());
            }
        }
        return null;
    }

    /** Null as if there were no such ticket, where the key that brings the mail may not know of it. */
    private @Nullable Conversation permitted(int ticket, Mail mail) {
        Conversation conversation = conversations.of(ticket);
        return conversation != null && Permitted.target(conversation.ticket.before, mail.departments()) != null
                ? conversation
                : null;
    }

    private Post answer(Mail mail, Conversation conversation, int entry) {
        ReceiveMail command = mail.command();
        Participant author = author(command, conversation);
        if (author != null) {
            return posting.mail(conversation, author, entry, !command.nature().automatic(), mail.content());
        }
        Staff agent = rules.agent(command.sender().email());
        String title = SubjectText.title(command.subject());
        return agent == null
                ? posting.note(conversation, command.sender(), title, mail.content())
                : posting.note(conversation, agent, title, mail.content());
    }

    private @Nullable Participant author(ReceiveMail mail, Conversation conversation) {
        Integer user = users.of(mail.sender().email());
        return user == null ? null : conversation.participant(user);
    }
}
