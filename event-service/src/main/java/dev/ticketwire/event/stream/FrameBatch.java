package dev.ticketwire.event.stream;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Blocks that are written together. A single one is written as it is, because streams share it. */
final class FrameBatch {
    private static final int MAX_BYTES = 64 << 10;

    private @Nullable Buffer frames;
    private int number;

    void add(Buffer frame) {
        number++;
        if (frames == null) {
            frames = frame;
        } else if (number == 2) {
            frames = Buffer.buffer().appendBuffer(frames).appendBuffer(frame);
        } else {
            frames.appendBuffer(frame);
        }
    }

    boolean isFull() {
        return frames != null && frames.length() >= MAX_BYTES;
    }

    int number() {
        return number;
    }

    /** Null if there are none. */
    @Nullable
    Buffer frames() {
        return frames;
    }
}
