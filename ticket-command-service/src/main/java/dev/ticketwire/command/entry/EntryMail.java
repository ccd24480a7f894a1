package dev.ticketwire.command.entry;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of the mail that an entry came as.
 *
 * @param messageId with its angle brackets
 * @param headers lines ended by LF
 * @param recipients whom it was sent to; null if it names nobody
 */
public record EntryMail(
        String messageId, String headers, @Nullable Recipients recipients) {}
