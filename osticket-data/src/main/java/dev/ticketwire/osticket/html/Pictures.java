package dev.ticketwire.osticket.html;

import org.jspecify.annotations.Nullable;

/** The pictures that came along with an HTML body. */
@FunctionalInterface
public interface Pictures {
    /** None came along. */
    Pictures NONE = source -> null;

    /**
     * The key of the file that an {@code img} shows.
     *
     * @param source its {@code src}, without blanks around it
     * @return null if it shows none of them
     */
    @Nullable
    String keyOf(String source);
}
