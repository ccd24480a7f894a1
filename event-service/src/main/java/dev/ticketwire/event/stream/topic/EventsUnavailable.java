package dev.ticketwire.event.stream.topic;

/** The topic cannot be read now. */
public final class EventsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventsUnavailable(String message) {
        super(message, null, false, false);
    }
}
