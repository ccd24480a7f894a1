package dev.ticketwire.osticket.html;

import dev.ticketwire.osticket.format.FileKey;

/**
 * An image from a data URI in an HTML body. It must be stored as a file and attached inline to the entry; the body
 * already refers to it as {@code cid:<key>}.
 *
 * @param file key and signature of the file to store
 * @param name {@code image<4 random characters>.<subtype>}
 * @param type media type in lower case, always {@code image/…}
 * @param bytes the picture
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are stored as they are, never compared
public record InlineImage(FileKey file, String name, String type, byte[] bytes) {}
