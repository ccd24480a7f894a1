package dev.ticketwire.event.stream.topic;

import java.util.List;

/**
 * Consecutive events of the topic, those that were asked for.
 *
 * @param from where they begin
 * @param next where the events after these begin
 */
public record Replay(Cursor from, List<Told> events, Cursor next) {
    /** @param after the position of a caller who has seen this event and all before it */
    public record Told(StoredEvent event, Cursor after) {}
}
