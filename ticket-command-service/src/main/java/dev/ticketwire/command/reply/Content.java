package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.entry.Letter;
import dev.ticketwire.osticket.text.Body;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says.
 *
 * @param ip of the caller
 * @param letter the mail it came as; null if it did not
 */
public record Content(
        Body body,
        Attachments attachments,
        String ip,
        @Nullable Letter letter) {}
