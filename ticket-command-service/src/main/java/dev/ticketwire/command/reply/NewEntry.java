package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.EntryAuthor;
import dev.ticketwire.command.entry.EntryText;
import dev.ticketwire.command.entry.EntryType;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.entry.ThreadEntryRow;
import dev.ticketwire.command.ticket.TicketRow;
import org.jspecify.annotations.Nullable;

/** An entry on its way into a conversation. */
public final class NewEntry {
    /** Flag: a collaborator wrote it. */
    static final int BY_COLLABORATOR = 0x20;

    /** Flag: it was meant for a ticket that was merged into this one. */
    private static final int OF_MERGED = 0x400;

    final Conversation conversation;
    final EntryContent content;
    final EntryAuthor author;

    private final EntryType type;
    private final int repliesTo;
    private final @Nullable String title;
    private final @Nullable Recipients recipients;
    private final Marks marks;
    private int entry;

    /**
     * What else marks it.
     *
     * @param flags besides those of body and recipients
     * @param mergedThread see {@link MatchedConversation}
     */
    record Marks(int flags, int mergedThread) {
        static final Marks NONE = new Marks(0, 0);

        static Marks of(MatchedConversation matched, int flags) {
            return new Marks(flags | (matched.mergedThread() == 0 ? 0 : OF_MERGED), matched.mergedThread());
        }
    }

    NewEntry(
            Conversation conversation,
            EntryType type,
            EntryAuthor author,
            int repliesTo,
            @Nullable String title,
            EntryContent content,
            @Nullable Recipients recipients,
            Marks marks) {
        this.conversation = conversation;
        this.type = type;
        this.author = author;
        this.repliesTo = repliesTo;
        this.title = title;
        this.content = content;
        this.recipients = recipients;
        this.marks = marks;
    }

    /** The row of the entry; 0 before it is written. */
    public int entry() {
        return entry;
    }

    /** Its ticket as it was before. */
    public TicketRow ticket() {
        return conversation.ticket.before;
    }

    void written(int id) {
        entry = id;
    }

    /** See {@link MatchedConversation}. */
    int mergedThread() {
        return marks.mergedThread;
    }

    @Nullable
    String title() {
        return title;
    }

    ThreadEntryRow row(String now) {
        return new ThreadEntryRow(
                conversation.thread,
                repliesTo,
                type,
                marks.flags | ThreadEntryRow.flag(content.body()),
                author,
                content.letter() == null ? "" : "Email",
                EntryText.of(title, content.body()),
                content.ip(),
                recipients,
                now);
    }
}
