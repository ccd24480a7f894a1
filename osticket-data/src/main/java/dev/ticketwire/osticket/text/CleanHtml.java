package dev.ticketwire.osticket.text;

import java.util.List;
import java.util.Set;

/**
 * Markup that is safe to show.
 *
 * @param html what to store; empty if nothing is left
 * @param images pictures taken out of it, in their order; none twice
 * @param shown what else its {@code img} elements show: whatever follows {@code cid:} in them, in their order
 */
public record CleanHtml(String html, List<InlineImage> images, Set<String> shown) {
    public CleanHtml {
        images = List.copyOf(images);
    }
}
