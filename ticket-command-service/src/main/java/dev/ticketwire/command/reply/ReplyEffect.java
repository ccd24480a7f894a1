package dev.ticketwire.command.reply;

/** How an entry that came as a mail changes its ticket. */
public enum ReplyEffect {
    /** The ticket awaits an answer; a closed one is reopened. */
    REOPENS,
    /** The ticket awaits an answer; a closed one stays closed. */
    AWAITS_ANSWER,
    /** The ticket counts as unanswered, and nothing else changes, since no person wrote. */
    MARKS_UNANSWERED
}
