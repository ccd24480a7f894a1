package dev.ticketwire.command.mail;

import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.html.BodySettings;
import dev.ticketwire.osticket.html.Pictures;
import dev.ticketwire.osticket.text.HtmlEntities;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text that was written above the line that separates a reply from the text it quotes.
 *
 * @param quoted keys of the pictures that only the quoted text shows
 */
record ReplyText(Body body, Set<String> quoted) {
    private static final String NOTHING = "-";

    /**
     * The text above the line; the whole text if nothing is above it, since the reply is below then.
     *
     * @param separator the help desk's line; empty if nothing is to be stripped
     * @param pictures that came with the mail
     */
    static ReplyText of(String text, BodyFormat format, String separator, BodySettings settings, Pictures pictures) {
        String written = above(text, format, separator);
        if (written != null) {
            Body reply = Body.ofMail(written, format, settings, pictures);
            if (!reply.stored().equals(NOTHING)) {
                return new ReplyText(reply, quoted(text, reply, settings, pictures));
            }
        }
        return new ReplyText(Body.ofMail(text, format, settings, pictures), Set.of());
    }

    /** As {@link #of}, but the text as it was sent. */
    static String written(String text, BodyFormat format, String separator, BodySettings settings, Pictures pictures) {
        String written = above(text, format, separator);
        return written == null
                        || Body.ofMail(written, format, settings, pictures)
                                .stored()
                                .equals(NOTHING)
                ? text
                : written;
    }

    /** Null without such a line. */
    private static @Nullable String above(String text, BodyFormat format, String separator) {
        int at = indexOf(separator, text, format);
        if (at < 0) {
            return null;
        }
        String above = text.substring(0, at);
        return format == BodyFormat.TEXT ? withoutQuoteMarks(above) : above;
    }

    private static int indexOf(String separator, String text, BodyFormat format) {
        int at = separator.isEmpty() ? -1 : text.indexOf(separator);
        return at < 0 && format == BodyFormat.HTML && !separator.isEmpty()
                ? text.indexOf(HtmlEntities.escapeText(separator))
                : at;
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

    /** Without the quotation marks of the line itself, and without {@code On Monday … wrote:} right above it. */
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
