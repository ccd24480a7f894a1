package dev.ticketwire.gateway.mail;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a reader of an HTML text can see. */
enum VisibleContent {
    /** Nothing: markup, comments, styles and blanks alone. */
    NOTHING,
    /** Remote images alone, such as tracking pixels. */
    REMOTE_IMAGES,
    /** Words, or images that come with the mail. */
    TEXT;

    private static final Pattern WORD = Pattern.compile("[^\\p{Z}\\p{C}]");

    static VisibleContent of(String html) {
        Element body = Jsoup.parse(html).body();
        body.select("script, style, title, template").remove();
        if (WORD.matcher(body.text()).find()) {
            return TEXT;
        }
        return body.select("img[src]").stream()
                .map(image -> ofImage(image.attr("src").strip()))
                .max(VisibleContent::compareTo)
                .orElse(NOTHING);
    }

    private static VisibleContent ofImage(String source) {
        if (source.regionMatches(true, 0, "cid:", 0, 4) || source.regionMatches(true, 0, "data:", 0, 5)) {
            return TEXT;
        }
        return source.isEmpty() ? NOTHING : REMOTE_IMAGES;
    }
}
