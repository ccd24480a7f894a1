package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.numbering.FileKey;

/**
 * A file to be stored and attached to an entry.
 *
 * @param inline whether the entry's body shows it, or it is the body
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are stored as they are, never compared
public record NewFile(String name, String type, byte[] bytes, FileKey key, boolean inline) {}
