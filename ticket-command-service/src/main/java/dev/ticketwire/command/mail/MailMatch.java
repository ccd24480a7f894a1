package dev.ticketwire.command.mail;

import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.command.reply.MatchedConversation;
import dev.ticketwire.command.reply.Participant;
import org.jspecify.annotations.Nullable;

/** What becomes of a mail. */
sealed interface MailMatch {

    /** It is a ticket of its own. */
    record Opens() implements MailMatch {}

    /** It is on the ticket already. */
    record Again(Conversation conversation) implements MailMatch {}

    /** The help desk itself sent it about the ticket, and it came back. */
    record CameBack(Conversation conversation) implements MailMatch {}

    /**
     * It is part of a conversation.
     *
     * @param author null if its sender takes no part, or a mail system reports
     * @param report a mail system says, in whatever form, that a mail of the conversation could not be delivered
     */
    record Answers(MatchedConversation matched, @Nullable Participant author, boolean report) implements MailMatch {}
}
