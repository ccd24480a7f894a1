package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.entry.EntryMail;
import dev.ticketwire.osticket.text.Body;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says.
 *
 * @param ip of the caller
 * @param letter the mail it came as; null if it did not
 * @param caller who sent it through the API; null if it came as a mail
 */
public record Content(
        Body body,
        Attachments attachments,
        String ip,
        @Nullable EntryMail letter,
        @Nullable ApiCaller caller) {

    /** A mail. */
    public Content(Body body, Attachments attachments, String ip, EntryMail letter) {
        this(body, attachments, ip, letter, null);
    }
}
