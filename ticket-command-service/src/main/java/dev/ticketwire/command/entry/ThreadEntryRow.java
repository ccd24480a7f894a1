package dev.ticketwire.command.entry;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.TextBody;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.text.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * A row of osTicket's table {@code thread_entry}.
 *
 * @param parent id of the entry that this one replies to, 0 for none
 * @param source the channel, e.g. {@code Email}; empty for none
 * @param ip address of the caller, empty for none
 * @param created as the database writes times
 */
public record ThreadEntryRow(
        int thread,
        int parent,
        EntryType type,
        int flags,
        EntryAuthor author,
        String source,
        EntryText text,
        String ip,
        @Nullable Recipients recipients,
        String created) {

    /** Flag: the first message of a ticket. */
    public static final int ORIGINAL_MESSAGE = 0x1;
    /** Flag: its markup is balanced. */
    public static final int BALANCED = 0x40;
    /** Flag: neither a user nor an agent wrote it. */
    public static final int BY_SYSTEM = 0x80;

    private static final int POSTER_LENGTH = 128;
    private static final int ADDRESS_LENGTH = 64;

    static final Insert<ThreadEntryRow> INSERT = Insert.into(
            "{thread_entry}",
            column("pid", ThreadEntryRow::parent),
            column("thread_id", ThreadEntryRow::thread),
            column("staff_id", row -> row.author.staff()),
            column("user_id", row -> row.author.user()),
            column("type", row -> row.type.letter()),
            column("flags", ThreadEntryRow::allFlags),
            column("poster", row -> StoredText.cut(row.author.name(), POSTER_LENGTH)),
            column("source", ThreadEntryRow::source),
            column("title", row -> row.text.title()),
            column("body", row -> row.text.body()),
            column("format", row -> row.text.format()),
            column("ip_address", row -> StoredText.cut(row.ip, ADDRESS_LENGTH)),
            column("recipients", row -> row.recipients == null ? null : row.recipients.json()),
            column("created", ThreadEntryRow::created),
            fixed("updated", "'0000-00-00 00:00:00'"));

    /** A note about a file that could not be stored. */
    static ThreadEntryRow fileNote(int thread, String text, String created) {
        return new ThreadEntryRow(
                thread,
                0,
                EntryType.NOTE,
                BY_SYSTEM,
                EntryAuthor.named("SYSTEM"),
                "",
                new EntryText("File Import Error", TextBody.clean(StoredText.storable(text)), "text"),
                "",
                null,
                created);
    }

    /** {@link #BALANCED} if the body's markup is balanced, else 0. */
    public static int flag(Body body) {
        return body.isBalanced() ? BALANCED : 0;
    }

    private int allFlags() {
        return recipients == null ? flags : flags | recipients.flag();
    }
}
