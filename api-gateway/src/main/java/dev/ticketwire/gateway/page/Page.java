package dev.ticketwire.gateway.page;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The content served under one path, held in memory.
 *
 * @param server the text in the content that names {@code /} as the server; null if there is none
 */
record Page(String contentType, Buffer content, @Nullable String server) {
    static final String HTML = "text/html; charset=UTF-8";

    static Page of(String contentType, byte[] content) {
        return new Page(contentType, Buffer.buffer(content), null);
    }

    /**
     * A document that names its server.
     *
     * @throws IllegalArgumentException if {@code server} does not occur in the content
     */
    static Page ofServer(String contentType, byte[] content, String server) {
        if (!new String(content, StandardCharsets.UTF_8).contains(server)) {
            throw new IllegalArgumentException("the document does not say " + server);
        }
        return new Page(contentType, Buffer.buffer(content), server);
    }

    static Page html(String content) {
        return new Page(HTML, Buffer.buffer(content), null);
    }

    boolean namesServer() {
        return server != null;
    }

    /**
     * The content for a gateway published below {@code prefix}. The server stays a relative path, so that it is right
     * under every host name.
     */
    Buffer content(String prefix) {
        if (server == null || prefix.isEmpty()) {
            return content;
        }
        String text = content.toString(StandardCharsets.UTF_8);
        int at = text.indexOf(server);
        int slash = at + server.indexOf('/');
        return Buffer.buffer(text.substring(0, slash) + prefix + text.substring(slash + 1));
    }
}
