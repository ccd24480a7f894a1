package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.format.FileKey;
import org.jspecify.annotations.Nullable;

/**
 * A file to be stored and attached to an entry.
 *
 * @param inline whether the entry's body shows it, or it is the body
 * @param contentId the id by which HTML refers to it; null if it has none
 * @param attachedAs its name on the entry; null for the file's own name
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are stored as they are, never compared
public record NewFile(
        String name,
        String type,
        byte[] bytes,
        FileKey key,
        boolean inline,
        @Nullable String contentId,
        @Nullable String attachedAs) {

    /** One that the body shows, or that is the body. */
    static NewFile ofBody(String name, String type, byte[] bytes, FileKey key) {
        return new NewFile(name, type, bytes, key, true, null, null);
    }

    NewFile shown() {
        return new NewFile(name, type, bytes, key, true, contentId, attachedAs);
    }

    /** @param other null, or what the entry calls it instead of its own name */
    NewFile attachedAs(String other) {
        return new NewFile(name, type, bytes, key, inline, contentId, other.equalsIgnoreCase(name) ? null : other);
    }

    /** The same for files of the same content. */
    String content() {
        return bytes.length + " " + key.signature();
    }
}
