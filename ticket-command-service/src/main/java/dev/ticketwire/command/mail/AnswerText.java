package dev.ticketwire.command.mail;

import dev.ticketwire.osticket.text.Body;
import dev.ticketwire.osticket.text.BodyFormat;
import dev.ticketwire.osticket.text.BodySettings;

/** What somebody wrote above the line that parts an answer from what it quotes. */
final class AnswerText {
    private static final String NOTHING = "-";

    private AnswerText() {}

    /**
     * @param separator the help desk's line; empty if nothing is to be stripped
     * @return the whole text where nothing was written above the line: then it is below
     */
    static Body of(String text, BodyFormat format, String separator, BodySettings settings) {
        int at = separator.isEmpty() ? -1 : text.indexOf(separator);
        if (at < 0 && format == BodyFormat.HTML && !separator.isEmpty()) {
            at = text.indexOf(
                    separator.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
        if (at >= 0) {
            String above = text.substring(0, at);
            Body answer = Body.of(format == BodyFormat.TEXT ? withoutQuoteMarks(above) : above, format, settings);
            if (!answer.stored().equals(NOTHING)) {
                return answer;
            }
        }
        return Body.of(text, format, settings);
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
