package dev.ticketwire.gateway.mail;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** How much of an HTML text there is to be seen. */
enum VisibleContent {
    /** Markup, comments, styles and blanks alone. */
    NOTHING,
    /** Pictures from elsewhere alone, as those that tell when a mail is read. */
    REMOTE_PICTURES,
    /** Words, or pictures that the mail brings along. */
    TEXT;

    private static final Pattern WORD = Pattern.compile("[^\\p{Z}\\p{C}]");

    static VisibleContent in(String html) {
        Element body = Jsoup.parse(html).body();
        body.select("script, style, title, template").remove();
        if (WORD.matcher(body.text()).find()) {
            return TEXT;
        }
        VisibleContent pictures = NOTHING;
        for (Element picture : body.select("img[src]")) {
            String source = picture.attr("src").strip();
            if (source.regionMatches(true, 0, "cid:", 0, 4) || source.regionMatches(true, 0, "data:", 0, 5)) {
                return TEXT;
            }
            pictures = source.isEmpty() ? pictures : REMOTE_PICTURES;
        }
        return pictures;
    }
}
