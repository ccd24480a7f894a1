package dev.ticketwire.query.attachment;

import dev.ticketwire.rest.request.EntityTags;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file whose content is in the database.
 *
 * @param name of its newest attachment to an entry of a ticket, or else its own
 * @param type media type as stored
 * @param size in bytes as stored; may differ from the length
 * @param length bytes of the stored chunks
 * @param key osTicket's identifier of the content, with {@code signature}
 * @param chunks number of rows that hold the content, numbered from 0
 * @param chunkSize bytes of every chunk but the last
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

    /** The stored type if it is valid, else {@code application/octet-stream}. */
    String mediaType() {
        return type != null && MEDIA_TYPE.matcher(type).matches() ? type : "application/octet-stream";
    }

    /** Whether the stored chunks are as long as the stored size. */
    boolean isComplete() {
        return length == size;
    }

    /** osTicket never changes a file: another content is another file. */
    EntityTag tag() {
        String identity = id + " " + key + " " + signature + " " + size;
        return EntityTags.hash(identity.getBytes(StandardCharsets.UTF_8));
    }

    /** The chunk that contains this byte. */
    int chunkOf(long position) {
        return (int) Math.min(position / chunkSize, chunks - 1L);
    }

    /** The position of a chunk's first byte. */
    long startOf(int chunk) {
        return (long) chunk * chunkSize;
    }

    /** The length of a chunk. */
    long lengthOf(int chunk) {
        return chunk < chunks - 1 ? chunkSize : length - startOf(chunk);
    }
}
