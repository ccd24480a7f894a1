package dev.ticketwire.gateway.page;

import io.vertx.core.buffer.Buffer;

/** What is served under one path, held in memory. */
record Page(String contentType, Buffer content) {
    static final String HTML = "text/html; charset=UTF-8";

    static Page of(String contentType, byte[] content) {
        return new Page(contentType, Buffer.buffer(content));
    }

    static Page html(String content) {
        return new Page(HTML, Buffer.buffer(content));
    }
}
