package dev.ticketwire.command.notice.facts;

import java.time.LocalDateTime;

/**
 * An entry of a thread.
 *
 * @param body as stored, in {@code format}: {@code html}, {@code text} or {@code markdown}
 */
public record EntryFacts(
        int id,
        int thread,
        int staff,
        int user,
        String poster,
        String title,
        String body,
        String format,
        LocalDateTime created) {}
