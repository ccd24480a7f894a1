package dev.ticketwire.command.reply;

/**
 * The place of a mail in a conversation.
 *
 * @param repliesTo the entry it replies to; 0 if only the ticket is known
 * @param mergedThread the thread of the ticket it was meant for, if that ticket was merged into this one; else 0
 * @param byStoredMail whether it was found by the id of a mail that somebody wrote to the help desk
 * @param poster its sender's name, as the entry shows it
 */
public record MatchedConversation(
        Conversation conversation, int repliesTo, int mergedThread, boolean byStoredMail, String poster) {

    public MatchedConversation foundByStoredMail() {
        return new MatchedConversation(conversation, repliesTo, mergedThread, true, poster);
    }
}
