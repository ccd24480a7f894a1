package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.EntryAuthor;
import dev.ticketwire.command.entry.EntryText;
import dev.ticketwire.command.entry.EntryType;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.entry.ThreadEntryRow;
import dev.ticketwire.command.notice.facts.Occasion.FileLink;
import dev.ticketwire.command.ticket.TicketRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry that is added to a conversation. */
public final class NewEntry {
    /** Flag: a collaborator wrote it. */
    static final int BY_COLLABORATOR = 0x20;

    /** Flag: it was meant for a ticket that was merged into this one. */
    private static final int OF_MERGED = 0x400;

    final Conversation conversation;
    final EntryContent content;
    final EntryAuthor author;

    private final Placement placement;
    private final EntryType type;
    private final @Nullable String title;
    private final @Nullable Recipients recipients;
    private int entry;
    private List<FileLink> files = List.of();

    /**
     * Its place in the conversation.
     *
     * @param repliesTo id of the entry it replies to, 0 for none
     * @param flags besides those of body and recipients
     * @param mergedThread see {@link MatchedConversation}
     */
    record Placement(int repliesTo, int flags, int mergedThread) {
        static Placement replyTo(int entry) {
            return new Placement(entry, 0, 0);
        }

        static Placement of(MatchedConversation matched, int flags) {
            int merged = matched.mergedThread() == 0 ? 0 : OF_MERGED;
            return new Placement(matched.repliesTo(), flags | merged, matched.mergedThread());
        }
    }

    NewEntry(
            Conversation conversation,
            Placement placement,
            EntryType type,
            EntryAuthor author,
            @Nullable String title,
            EntryContent content,
            @Nullable Recipients recipients) {
        this.conversation = conversation;
        this.placement = placement;
        this.type = type;
        this.author = author;
        this.title = title;
        this.content = content;
        this.recipients = recipients;
    }

    /** The row of the entry; 0 before it is written. */
    public int entry() {
        return entry;
    }

    /** Its ticket as it was before. */
    public TicketRow ticket() {
        return conversation.ticket.before;
    }

    /** Its ticket's internal id. */
    int ticketId() {
        return conversation.ticket.id();
    }

    EntryType type() {
        return type;
    }

    /** The files sent with it; empty before it is written. */
    List<FileLink> files() {
        return files;
    }

    void written(int id) {
        entry = id;
    }

    void filesWritten(List<FileLink> sent) {
        files = sent;
    }

    /** See {@link MatchedConversation}. */
    int mergedThread() {
        return placement.mergedThread;
    }

    @Nullable
    String title() {
        return title;
    }

    ThreadEntryRow row(String now) {
        return new ThreadEntryRow(
                conversation.thread,
                placement.repliesTo,
                type,
                placement.flags | ThreadEntryRow.flag(content.body()),
                author,
                content.mail() == null ? "" : "Email",
                EntryText.of(title, content.body()),
                content.ip(),
                recipients,
                now);
    }
}
