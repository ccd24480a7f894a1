package dev.ticketwire.gateway.mail;

import dev.ticketwire.osticket.text.HtmlEntities;
import java.util.List;

/** The text of a mail or of one of its parts, as pieces in the order of the mail. */
record MailText(List<Piece> pieces) {
    static final MailText NONE = new MailText(List.of());

    /**
     * The text of one part.
     *
     * @param faint HTML of remote images alone, which counts only if the mail has no other text
     */
    record Piece(boolean html, String text, boolean faint) {}

    /** The text of one part; {@link #NONE} if a reader would see nothing. */
    static MailText of(boolean html, String text) {
        VisibleContent visible = html ? VisibleContent.of(text) : VisibleContent.TEXT;
        return visible == VisibleContent.NOTHING
                ? NONE
                : new MailText(List.of(new Piece(html, text.strip(), visible == VisibleContent.REMOTE_IMAGES)));
    }

    /** Text from a container, which is always shown. */
    static MailText ofContainer(boolean html, String text) {
        return new MailText(List.of(new Piece(html, text, false)));
    }

    /** Whether it replaces {@code best} among alternatives: HTML is preferred, then the later one. */
    boolean isBetterThan(MailText best) {
        return !pieces.isEmpty() && (best.isFaint() || !isFaint() && (hasHtml() || !best.hasHtml()));
    }

    /** Whether it has no piece that counts beside others; true if it is empty. */
    boolean isFaint() {
        return pieces.stream().allMatch(Piece::faint);
    }

    /** Whether it has HTML that is not faint. */
    boolean hasHtml() {
        return pieces.stream().anyMatch(piece -> piece.html && !piece.faint);
    }

    /** Whether {@link #joined} is HTML. */
    boolean isHtml() {
        return pieces.stream().anyMatch(Piece::html);
    }

    MailText withoutFaint() {
        return isFaint()
                ? this
                : new MailText(pieces.stream().filter(piece -> !piece.faint).toList());
    }

    /** All pieces as one text; empty if there is none. */
    String joined() {
        boolean asHtml = isHtml();
        List<String> texts = pieces.stream()
                .map(piece -> asHtml && !piece.html ? toHtml(piece.text) : piece.text)
                .toList();
        return String.join(asHtml ? "\n" : "\n\n", texts);
    }

    private static String toHtml(String text) {
        String escaped = HtmlEntities.escapeText(text);
        return "<p>" + escaped.replace("\n", "<br>\n") + "</p>";
    }
}
