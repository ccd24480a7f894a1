package dev.ticketwire.quickstart.watch;

import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a stream of server-sent events together. Unknown fields and comments, such as heart-beats, are
 * ignored.
 */
final class EventParser {
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private @Nullable String nextId;
    private @Nullable String id;

    /**
     * @param line without its line break
     * @return the event that ends with this line; null if none does
     */
    @Nullable
    ServerSentEvent read(String line) {
        if (line.isEmpty()) {
            return end();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        take(field, value.startsWith(" ") ? value.substring(1) : value);
        return null;
    }

    private void take(String field, String value) {
        switch (field) {
            case "data" -> data.append(value).append('\n');
            case "event" -> type = value;
            case "id" -> nextId = value;
            default -> {}
        }
    }

    private @Nullable ServerSentEvent end() {
        id = nextId;
        ServerSentEvent event = data.isEmpty()
                ? null
                : new ServerSentEvent(id, type.isEmpty() ? "message" : type, data.substring(0, data.length() - 1));
        clear();
        return event;
    }

    /** Forgets the lines of an event that has not ended. */
    void clear() {
        data.setLength(0);
        type = "";
        nextId = id;
    }

    /** Cursor behind all events that have ended; null if there was none yet. */
    @Nullable
    String id() {
        return id;
    }
}
