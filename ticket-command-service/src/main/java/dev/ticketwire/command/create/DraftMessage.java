package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.osticket.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * The first message of a new ticket.
 *
 * @param subject of the ticket
 * @param title of the message; null for none
 */
record DraftMessage(String subject, @Nullable String title, Body body, Attachments attachments) {}
