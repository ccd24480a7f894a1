package dev.ticketwire.command.notice.facts;

import java.time.LocalDateTime;
import java.util.List;

/**
 * An entry of a thread.
 *
 * @param title as stored: special characters of HTML are escaped
 * @param body as stored, in {@code format}: {@code html}, {@code text} or {@code markdown}
 * @param files names of its attachments; empty unless a template shows them
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
        LocalDateTime created,
        List<String> files) {

    public EntryFacts(
            int id,
            int thread,
            int staff,
            int user,
            String poster,
            String title,
            String body,
            String format,
            LocalDateTime created) {
        this(id, thread, staff, user, poster, title, body, format, created, List.of());
    }
}
