package dev.ticketwire.osticket.text;

/**
 * Strips tags as osTicket 1.18 does in one-line answers: a {@code <} opens a tag unless a blank follows; the tag ends
 * at the next {@code >} outside quotes, or never. Text between tags stays, even the code of a script, so the result
 * must be escaped wherever it is shown.
 */
public final class TagStripper {
    private final String text;
    private final StringBuilder kept = new StringBuilder();
    private int at;

    private TagStripper(String text) {
        this.text = text;
    }

    /** {@code text} without its tags. */
    public static String of(String text) {
        return text.indexOf('<') < 0 ? text : new TagStripper(text).strip();
    }

    private String strip() {
        while (at < text.length()) {
            if (!opensTag()) {
                kept.append(text.charAt(at++));
            } else if (text.startsWith("<!--", at)) {
                skipPast(text.indexOf("-->", at + 4), 3);
            } else {
                skipTag();
            }
        }
        return kept.toString();
    }

    private boolean opensTag() {
        return text.charAt(at) == '<' && (at + 1 == text.length() || !Character.isWhitespace(text.charAt(at + 1)));
    }

    private void skipTag() {
        char quote = 0;
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<') {
                depth++;
            } else if (c == '>' && --depth == 0) {
                at++;
                return;
            }
        }
    }

    private void skipPast(int end, int length) {
        at = end < 0 ? text.length() : end + length;
    }
}
