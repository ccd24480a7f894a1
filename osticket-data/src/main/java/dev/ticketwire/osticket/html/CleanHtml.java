package dev.ticketwire.osticket.html;

import java.util.List;
import java.util.Set;

/**
 * Markup that is safe to show.
 *
 * @param html what to store; empty if nothing is left
 * @param images pictures taken out of it, in their order; none twice
 * @param shown keys of other files that its {@code img} elements show as {@code cid:<key>}, in their order: of those
 *     that came with the text, and the first 100 of what may be the help desk's
 */
public record CleanHtml(String html, List<InlineImage> images, Set<String> shown) {
    public CleanHtml {
        images = List.copyOf(images);
    }
}
