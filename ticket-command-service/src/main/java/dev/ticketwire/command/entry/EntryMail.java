package dev.ticketwire.command.entry;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a mail that are stored with its entry.
 *
 * @param messageId with its angle brackets
 * @param headers lines ended by LF
 * @param recipients its recipients; null if it names none
 */
public record EntryMail(
        String messageId, String headers, @Nullable Recipients recipients) {}
