package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.Letter;
import dev.ticketwire.osticket.schema.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * How a request came as a mail.
 *
 * @param mailbox the help desk's address that it was sent to; null if it has none at all
 * @param senderName as the mail gives it, may be empty
 * @param addressees every address it was sent to, parted by blanks; filters look at them
 */
public record Arrival(@Nullable Mailbox mailbox, String senderName, String addressees, Letter letter) {}
