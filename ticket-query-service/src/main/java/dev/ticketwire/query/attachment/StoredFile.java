package dev.ticketwire.query.attachment;

import dev.ticketwire.rest.EntityTag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file whose content is in the database.
 *
 * @param name of its newest attachment at a ticket, else its own
 * @param type as stored
 * @param size in bytes as stored, which nothing keeps equal to the length
 * @param length bytes that there are
 * @param key with {@code signature} what osTicket tells contents by
 * @param chunks the rows that hold the content, numbered from 0
 * @param chunkSize bytes in every row but the last
 */
record StoredFile(
        long id,
        @Nullable String name,
        @Nullable String type,
        long size,
        long length,
        @Nullable String key,
        @Nullable String signature,
        int chunks,
        int chunkSize) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:[ \t]*;[ \t]*" + TOKEN + "=(?:" + TOKEN + "|\"[ !#-\\[\\]-~]*\"))*");

    /** As stored, if it is one; else that of bytes of no known kind. */
    String mediaType() {
        return type != null && MEDIA_TYPE.matcher(type).matches() ? type : "application/octet-stream";
    }

    /** Whether there is as much of it as there should be. */
    boolean isWhole() {
        return length == size;
    }

    /** A file never changes in osTicket: another content is another file. */
    EntityTag tag() {
        return EntityTag.of(id + " " + key + " " + signature + " " + size);
    }

    /** The chunk that holds this byte. */
    int chunkOf(long position) {
        return (int) Math.min(position / chunkSize, chunks - 1L);
    }

    /** Where a chunk begins. */
    long startOf(int chunk) {
        return (long) chunk * chunkSize;
    }

    /** How many bytes a chunk must have. */
    long lengthOf(int chunk) {
        return chunk < chunks - 1 ? chunkSize : length - startOf(chunk);
    }
}
