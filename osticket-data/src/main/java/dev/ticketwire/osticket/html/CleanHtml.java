package dev.ticketwire.osticket.html;

import java.util.List;
import java.util.Set;

/**
 * Markup that is safe to show.
 *
 * @param html the markup to store; empty if nothing is left
 * @param images pictures extracted from it, in order, without duplicates
 * @param shown keys of other files that its {@code img} elements show as {@code cid:<key>}, in order: files sent with
 *     the text, and the first 100 possible files of the help desk
 */
public record CleanHtml(String html, List<InlineImage> images, Set<String> shown) {
    public CleanHtml {
        images = List.copyOf(images);
    }
}
