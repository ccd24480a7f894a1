package dev.ticketwire.quickstart.watch;

import org.jspecify.annotations.Nullable;

/**
 * An event of a stream of server-sent events (HTML Living Standard, 9.2).
 *
 * @param id cursor behind the event; null if the stream has not named one yet
 * @param data without the last line break
 */
public record ServerSentEvent(@Nullable String id, String type, String data) {}
