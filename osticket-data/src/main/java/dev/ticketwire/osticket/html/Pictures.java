package dev.ticketwire.osticket.html;

import org.jspecify.annotations.Nullable;

/** The pictures sent with an HTML body. */
@FunctionalInterface
public interface Pictures {
    /** No pictures. */
    Pictures NONE = source -> null;

    /**
     * The key of the file that an {@code img} shows.
     *
     * @param source its {@code src}, trimmed
     * @return null if it shows none of these pictures
     */
    @Nullable
    String keyOf(String source);
}
