package dev.ticketwire.osticket.text;

import java.util.List;

/**
 * Markup that is safe to show.
 *
 * @param html what to store; empty if nothing is left
 * @param images pictures taken out of it, in their order
 */
public record CleanHtml(String html, List<InlineImage> images) {
    public CleanHtml {
        images = List.copyOf(images);
    }
}
