package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.TextBody;
import dev.ticketwire.osticket.format.FileKey;
import dev.ticketwire.osticket.html.InlineImage;
import dev.ticketwire.osticket.sql.RowInsert;
import dev.ticketwire.osticket.text.StoredText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of thread entries and of the files on them. */
public final class ThreadEntries {
    /** Flag: its markup is balanced. */
    public static final int BALANCED = 0x40;
    /** Flag: nobody but the system wrote it. */
    public static final int BY_SYSTEM = 0x80;

    private static final RowInsert ENTRY = new RowInsert(
            "INSERT INTO {thread_entry} (pid, thread_id, staff_id, user_id, type, flags, poster, source, title, body,"
                    + " format, ip_address, recipients, created, updated)",
            "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,'0000-00-00 00:00:00')");
    private static final RowInsert ATTACHMENT =
            new RowInsert("INSERT INTO {attachment} (object_id, type, file_id, name, inline)", "(?,'H',?,?,?)");

    private static final RowInsert EMAIL =
            new RowInsert("INSERT INTO {thread_entry_email} (thread_entry_id, mid, headers)", "(?,?,?)");
    private static final int MESSAGE_ID_LENGTH = 255;
    private static final int HEADERS_LENGTH = 65_535 / 3;

    private ThreadEntries() {}

    /**
     * No rows yet. A row: entry replied to, thread, staff, user, type, flags, poster, source, title, body, format, ip,
     * recipients, time.
     */
    public static RowInsert rows() {
        return ENTRY.fresh();
    }

    /** No rows yet. A row: entry, file, name if it is another than the file's, whether inline (0 or 1). */
    public static RowInsert attachments() {
        return ATTACHMENT.fresh();
    }

    /** No rows yet; {@link #addMail} adds them. */
    public static RowInsert emails() {
        return EMAIL.fresh();
    }

    /**
     * Adds what is known of the mail that an entry came as.
     *
     * @param emails {@link #emails()}
     */
    public static void addMail(RowInsert emails, int entry, EntryMail letter) {
        emails.add(
                entry,
                StoredText.cut(letter.messageId(), MESSAGE_ID_LENGTH),
                StoredText.cut(StoredText.storable(letter.headers()), HEADERS_LENGTH));
    }

    /** What becomes of the body in its row: nothing if a file holds it. */
    public static String column(Body body) {
        return body.isStoredAsFile() ? "" : body.stored();
    }

    /** Every file an entry needs: what was sent with it, the pictures in its body, and a long body itself. */
    static List<NewFile> files(List<NewFile> sent, Body body) {
        if (body.images().isEmpty() && !body.isStoredAsFile()) {
            return sent;
        }
        List<NewFile> files = new ArrayList<>(sent);
        for (InlineImage image : body.images()) {
            files.add(NewFile.ofBody(image.name(), image.type(), image.bytes(), image.file()));
        }
        if (body.isStoredAsFile()) {
            byte[] bytes = body.stored().getBytes(StandardCharsets.UTF_8);
            files.add(NewFile.ofBody(body.fileName(), "text/html", bytes, FileKey.of(bytes)));
        }
        return files;
    }

    /** The row of a note about a file that could not be stored; it precedes the entry that the file was sent with. */
    public static @Nullable Object[] fileNote(int thread, String text, String now) {
        return new @Nullable Object[] {
            0,
            thread,
            0,
            0,
            "N",
            BY_SYSTEM,
            "SYSTEM",
            "",
            "File Import Error",
            TextBody.clean(StoredText.storable(text)),
            "text",
            "",
            null,
            now
        };
    }
}
