package dev.ticketwire.command.mail;

import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.html.BodySettings;
import dev.ticketwire.osticket.html.Pictures;
import dev.ticketwire.osticket.text.HtmlEntities;
import java.util.HashSet;
import java.util.Set;

/**
 * What somebody wrote above the line that parts an answer from what it quotes.
 *
 * @param quoted keys of the pictures that only the rest shows
 */
record ReplyText(Body body, Set<String> quoted) {
    private static final String NOTHING = "-";

    /**
     * The whole text where nothing was written above the line: then it is below.
     *
     * @param separator the help desk's line; empty if nothing is to be stripped
     * @param pictures that came with the mail
     */
    static ReplyText of(String text, BodyFormat format, String separator, BodySettings settings, Pictures pictures) {
        int at = separator.isEmpty() ? -1 : text.indexOf(separator);
        if (at < 0 && format == BodyFormat.HTML && !separator.isEmpty()) {
            at = text.indexOf(HtmlEntities.escapeText(separator));
        }
        if (at >= 0) {
            String above = text.substring(0, at);
            Body answer = Body.ofMail(
                    format == BodyFormat.TEXT ? withoutQuoteMarks(above) : above, format, settings, pictures);
            if (!answer.stored().equals(NOTHING)) {
                return new ReplyText(answer, quoted(text, answer, settings, pictures));
            }
        }
        return new ReplyText(Body.ofMail(text, format, settings, pictures), Set.of());
    }

    private static Set<String> quoted(String text, Body answer, BodySettings settings, Pictures pictures) {
        if (answer.format() != BodyFormat.HTML || pictures == Pictures.NONE) {
            return Set.of();
        }
        Set<String> quoted = new HashSet<>(
                Body.ofMail(text, BodyFormat.HTML, settings, pictures).shown());
        quoted.removeAll(answer.shown());
        return quoted;
    }

    /** The line itself is quoted, and right above it stands who is: {@code On Monday … wrote:}. */
    private static String withoutQuoteMarks(String above) {
        int end = above.length();
        while (end > 0 && (above.charAt(end - 1) == '>' || Character.isWhitespace(above.charAt(end - 1)))) {
            end--;
        }
        boolean quoted = above.indexOf('>', end) >= 0;
        if (quoted && end > 0 && above.charAt(end - 1) == ':') {
            return above.substring(0, above.lastIndexOf('\n', end - 1) + 1);
        }
        return above.substring(0, end);
    }
}
