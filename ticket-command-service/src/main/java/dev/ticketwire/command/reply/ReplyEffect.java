package dev.ticketwire.command.reply;

/** What an entry that came as a mail makes of its ticket. */
public enum ReplyEffect {
    /** It waits for an answer, and is opened again if it is closed. */
    REOPENS,
    /** It waits for an answer; a closed one stays closed. */
    HEARD,
    /** It counts as unanswered, and nothing else: nobody wrote. */
    UNANSWERED
}
