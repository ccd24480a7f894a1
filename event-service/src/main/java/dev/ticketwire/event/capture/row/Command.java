package dev.ticketwire.event.capture.row;

import org.jspecify.annotations.Nullable;

/**
 * A command of the API.
 *
 * @param id a UUID
 * @param traceparent W3C trace context of its request; null if unknown
 */
public record Command(String id, long apiKey, @Nullable String traceparent) {}
