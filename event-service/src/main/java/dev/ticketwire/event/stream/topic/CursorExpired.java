package dev.ticketwire.event.stream.topic;

/** Events after a cursor are no longer kept, or it is of another topic. */
public final class CursorExpired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Cursor oldest;

    CursorExpired(Cursor oldest) {
        super("the cursor has expired", null, false, false);
        this.oldest = oldest;
    }

    /** The oldest position from which on all events are kept. */
    public Cursor oldest() {
        return oldest;
    }
}
