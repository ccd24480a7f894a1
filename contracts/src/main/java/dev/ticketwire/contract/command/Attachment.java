package dev.ticketwire.contract.command;

import org.jspecify.annotations.Nullable;

/**
 * One file of a request, decoded by the gateway.
 *
 * @param name last segment of the name that was sent, without control characters; may be empty if {@code problem} is
 *     set
 * @param type media type in lower case, null if it has to be sniffed
 * @param data raw bytes; empty if {@code problem} is set
 * @param problem why the file cannot be stored, e.g. {@code Poorly encoded base64 data}; it becomes a note on the
 *     ticket and never fails the request
 * @param contentId what an HTML body shows it by ({@code cid:}, RFC 2392), without angle brackets; null if by nothing
 */
public record Attachment(
        String name,
        @Nullable String type,
        byte[] data,
        @Nullable String problem,
        @Nullable String contentId) {

    /** A file that no body shows. */
    public Attachment(String name, @Nullable String type, byte[] data, @Nullable String problem) {
        this(name, type, data, problem, null);
    }
}
