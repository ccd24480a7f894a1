package dev.ticketwire.command.mail;

import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.command.reply.MatchedConversation;
import dev.ticketwire.command.reply.Participant;
import org.jspecify.annotations.Nullable;

/** The result of matching a mail. */
sealed interface MailMatch {

    /** It opens a ticket. */
    record NewTicket() implements MailMatch {}

    /** It is stored on a ticket already. */
    record AlreadyStored(Conversation conversation) implements MailMatch {}

    /** A mail of the help desk about a ticket that was returned to it. */
    record OwnMail(Conversation conversation) implements MailMatch {}

    /**
     * It is an entry of a conversation.
     *
     * @param author null if its sender is not a participant, or a mail system reports a failed delivery
     * @param report whether a mail system reports that a mail of the conversation could not be delivered
     */
    record Reply(MatchedConversation matched, @Nullable Participant author, boolean report) implements MailMatch {}
}
