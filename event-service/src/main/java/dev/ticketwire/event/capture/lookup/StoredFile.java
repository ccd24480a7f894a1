package dev.ticketwire.event.capture.lookup;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code file}.
 *
 * @param size in bytes
 * @param type media type
 */
public record StoredFile(
        @Nullable String name, long size, @Nullable String type) {}
