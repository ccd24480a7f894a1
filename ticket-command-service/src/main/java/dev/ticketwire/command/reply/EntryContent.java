package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.entry.EntryMail;
import dev.ticketwire.osticket.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says.
 *
 * @param ip of the caller
 * @param letter the mail it came as; null if it did not
 * @param caller who sent it through the API; null if it came as a mail
 */
public record EntryContent(
        Body body,
        Attachments attachments,
        String ip,
        @Nullable EntryMail letter,
        @Nullable ApiCaller caller) {

    /** A mail. */
    public EntryContent(Body body, Attachments attachments, String ip, EntryMail letter) {
        this(body, attachments, ip, letter, null);
    }
}
