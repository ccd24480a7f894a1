package dev.ticketwire.command.entry;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.text.StoredText;

/** A row of osTicket's table {@code thread_entry_email}: the mail that a thread entry came as. */
public record EntryMailRow(int entry, EntryMail mail) {
    private static final int MESSAGE_ID_LENGTH = 255;
    private static final int HEADERS_LENGTH = 65_535 / 3;

    public static final Insert<EntryMailRow> INSERT = Insert.into(
            "{thread_entry_email}",
            column("thread_entry_id", EntryMailRow::entry),
            column("mid", row -> StoredText.cut(row.mail.messageId(), MESSAGE_ID_LENGTH)),
            column("headers", row -> StoredText.cut(StoredText.storable(row.mail.headers()), HEADERS_LENGTH)));
}
