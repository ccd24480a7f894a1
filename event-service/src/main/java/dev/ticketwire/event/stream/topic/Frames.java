package dev.ticketwire.event.stream.topic;

import io.vertx.core.buffer.Buffer;

/** Blocks of a {@code text/event-stream}. None is ever empty, and each ends with an empty line. */
public final class Frames {
    private Frames() {}

    /** @param json in one line */
    public static Buffer event(Cursor after, String type, byte[] json) {
        return Buffer.buffer(json.length + 200)
                .appendString("id: " + after.text() + "\nevent: " + type + "\ndata: ")
                .appendBytes(json)
                .appendString("\n\n");
    }

    /** Where to resume, and after how long; clients take it without an event. */
    public static Buffer start(Cursor at, long retryMillis) {
        return Buffer.buffer("retry: " + retryMillis + "\nid: " + at.text() + "\n\n");
    }

    /** A sign of life. With a position that is kept for resuming. */
    public static Buffer heartBeat(Cursor at) {
        return Buffer.buffer(": still here\nid: " + at.text() + "\n\n");
    }

    public static Buffer heartBeat() {
        return Buffer.buffer(": still here\n\n");
    }

    /** Why the stream ends. */
    public static Buffer end(String reason) {
        return Buffer.buffer(": the stream ends: " + reason + "\n\n");
    }
}
