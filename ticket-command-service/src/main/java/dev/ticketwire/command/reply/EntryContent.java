package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.entry.EntryMail;
import dev.ticketwire.osticket.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * The content of an entry.
 *
 * @param ip address of the client; empty for a mail
 * @param mail the mail it came as; null if it did not come as a mail
 * @param caller who sent it through the API; null if it came as a mail
 */
public record EntryContent(
        Body body,
        Attachments attachments,
        String ip,
        @Nullable EntryMail mail,
        @Nullable ApiCaller caller) {

    /** The content of a mail. */
    public EntryContent(Body body, Attachments attachments, String ip, EntryMail mail) {
        this(body, attachments, ip, mail, null);
    }
}
