package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * Title and body of a thread entry as stored.
 *
 * @param title null for none
 * @param body empty if it is stored as a file
 * @param format {@code html} or {@code text}
 */
public record EntryText(@Nullable String title, String body, String format) {

    public static EntryText of(@Nullable String title, Body body) {
        return new EntryText(
                title, body.isStoredAsFile() ? "" : body.stored(), body.format().label());
    }
}
