package dev.ticketwire.event.stream.topic;

/**
 * Bounds of a page.
 *
 * @param events maximum number
 * @param bytes the page ends with the event that reaches this size
 */
public record PageSize(int events, long bytes) {
    static final PageSize NOTHING = new PageSize(0, 0);

    public boolean hasRoom(int present, long presentBytes) {
        return present < events && presentBytes < bytes;
    }
}
