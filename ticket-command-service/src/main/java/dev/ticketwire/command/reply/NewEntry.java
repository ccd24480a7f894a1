package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.entry.ThreadEntries;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.text.StoredText;
import org.jspecify.annotations.Nullable;

/** An entry on its way into a conversation. */
public final class NewEntry {
    /** Flag: a collaborator wrote it. */
    static final int BY_COLLABORATOR = 0x20;

    /** Flag: it was meant for a ticket that was merged into this one. */
    private static final int OF_MERGED = 0x400;

    private static final int POSTER_LENGTH = 128;
    private static final int ADDRESS_LENGTH = 64;

    final Conversation conversation;
    final EntryContent content;
    final Author author;

    private final Kind kind;
    private final int repliesTo;
    private final @Nullable String title;
    private final @Nullable Recipients recipients;
    private final Marks marks;
    private int entry;

    /** osTicket's types of entries. */
    enum Kind {
        MESSAGE("M"),
        RESPONSE("R"),
        NOTE("N");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /**
     * @param staff id of an agent, 0 if it is none
     * @param user id, 0 if it is none
     * @param name as the entry shows it
     */
    record Author(int staff, int user, String name) {
        boolean isKnown() {
            return staff != 0 || user != 0;
        }
    }

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
            Kind kind,
            Author author,
            int repliesTo,
            @Nullable String title,
            EntryContent content,
            @Nullable Recipients recipients,
            Marks marks) {
        this.conversation = conversation;
        this.kind = kind;
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

    @Nullable
    Object[] row(String now) {
        Body body = content.body();
        return new @Nullable Object[] {
            repliesTo,
            conversation.thread,
            author.staff,
            author.user,
            kind.type,
            marks.flags
                    | (body.isBalanced() ? ThreadEntries.BALANCED : 0)
                    | (recipients == null ? 0 : recipients.flag()),
            StoredText.cut(author.name, POSTER_LENGTH),
            content.letter() == null ? "" : "Email",
            title,
            ThreadEntries.column(body),
            body.format().label(),
            StoredText.cut(content.ip(), ADDRESS_LENGTH),
            recipients == null ? null : recipients.json(),
            now
        };
    }
}
