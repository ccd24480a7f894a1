package dev.ticketwire.contract.command;

import org.jspecify.annotations.Nullable;

/**
 * One file of a request, decoded by the gateway.
 *
 * @param name last segment of the name that was sent, without control characters; may be empty if {@code problem} is
 *     set
 * @param type media type in lower case, null if unknown
 * @param data raw bytes; empty if {@code problem} is set
 * @param problem why the file cannot be stored, e.g. {@code Poorly encoded base64 data}; it becomes a note on the
 *     ticket and never fails the request
 * @param contentId the id by which HTML refers to it ({@code cid:}, RFC 2392), without angle brackets; null if it has
 *     none
 */
public record Attachment(
        String name,
        @Nullable String type,
        byte[] data,
        @Nullable String problem,
        @Nullable String contentId) {

    /** A file without a content id. */
    public Attachment(String name, @Nullable String type, byte[] data, @Nullable String problem) {
        this(name, type, data, problem, null);
    }
}
