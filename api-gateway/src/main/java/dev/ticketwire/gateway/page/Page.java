package dev.ticketwire.gateway.page;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is served under one path, held in memory.
 *
 * @param server how it names the server as {@code /}, with which its paths begin; null if it does not
 */
record Page(String contentType, Buffer content, @Nullable String server) {
    static final String HTML = "text/html; charset=UTF-8";

    static Page of(String contentType, byte[] content) {
        return new Page(contentType, Buffer.buffer(content), null);
    }

    /** @throws IllegalArgumentException if it does not name the server like that */
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

    /** As it is where the gateway is published below {@code prefix}; relative, so that it is right under every name. */
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
