package dev.ticketwire.command.reply;

/**
 * Where a mail belongs that is part of a conversation.
 *
 * @param repliesTo the entry it answers; 0 if it is only known to be about this ticket
 * @param mergedThread of the ticket that it was meant for, where that one was merged into this; 0 if it was not
 * @param poster its sender's name, as the entry shows it
 */
public record MatchedConversation(Conversation conversation, int repliesTo, int mergedThread, String poster) {}
