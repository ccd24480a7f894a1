package dev.ticketwire.gateway.console;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * A file of the console, held in memory.
 *
 * @param tag its {@code ETag}, quoted; made of its content, so equal on every gateway of one version
 */
record ConsoleFile(String contentType, Buffer content, String tag) {
    private static final int TAG_BYTES = 12;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=UTF-8",
            "css", "text/css; charset=UTF-8",
            "js", "text/javascript; charset=UTF-8",
            "svg", "image/svg+xml");

    /** @param name with one of the endings html, css, js, svg */
    static ConsoleFile of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return new ConsoleFile(Objects.requireNonNull(TYPES.get(ending), name), Buffer.buffer(content), tag(content));
    }

    /** @param ifNoneMatch the request's header */
    boolean isKnownBy(String ifNoneMatch) {
        return ifNoneMatch.contains(tag);
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
