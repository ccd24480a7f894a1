package dev.ticketwire.event.stream.topic;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** An event of the ring, with the position after it. Its frame is made once for all streams. */
public final class Entry {
    private final StoredEvent event;
    private final Cursor after;
    private volatile @Nullable Buffer frame;

    Entry(StoredEvent event, Cursor after) {
        this.event = event;
        this.after = after;
    }

    public StoredEvent event() {
        return event;
    }

    /** The position of a caller who has seen this event and all before it. */
    public Cursor after() {
        return after;
    }

    /** The event as server-sent event, whole. */
    public Buffer frame() {
        Buffer made = frame;
        if (made == null) {
            made = Frames.event(after, event.type(), event.json());
            frame = made;
        }
        return made;
    }
}
