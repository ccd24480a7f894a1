package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.gateway.call.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a mail and its files. Of alternatives HTML is preferred; parts that follow each other are joined. Whatever
 * is no text to be read becomes a file.
 */
final class MailContent {
    private final int depth;
    private final List<MailFile> files = new ArrayList<>();
    private final List<Piece> pieces;
    private int unnamed;

    private record Piece(boolean html, String text) {}

    /** @throws Refused if parts are nested deeper than {@code depth} */
    MailContent(MailPart root, int depth) {
        this.depth = depth;
        this.pieces = pieces(root, 1, false);
    }

    /** Whether {@link #text} is HTML. */
    boolean isHtml() {
        return pieces.stream().anyMatch(Piece::html);
    }

    /** Empty if there is none. */
    String text() {
        boolean html = isHtml();
        List<String> texts = pieces.stream()
                .map(piece -> html && !piece.html ? asHtml(piece.text) : piece.text)
                .toList();
        return String.join(html ? "\n" : "\n\n", texts);
    }

    /** In the order of the mail. */
    List<MailFile> files() {
        return files;
    }

    private List<Piece> pieces(MailPart part, int level, boolean alternative) {
        if (part.isMultipart()) {
            if (level > depth) {
                throw Refused.plain(
                        400, "mail-too-deep", "The parts of the mail are nested deeper than " + depth, null);
            }
            List<MailPart> children = part.children();
            return children.isEmpty() ? readable(part) : several(part, children, level);
        }
        if (part.isText() && (part.type().equals("text/html") || part.type().equals("text/plain"))) {
            return readable(part);
        }
        if (part.isText() && !part.type().equals("text/calendar")) {
            // One more way to say what the others say: text/enriched, text/x-amp-html.
            return alternative ? List.of() : readable(part);
        }
        file(part);
        return List.of();
    }

    private List<Piece> several(MailPart parent, List<MailPart> children, int level) {
        boolean alternative = parent.type().equals("multipart/alternative");
        List<Piece> all = new ArrayList<>();
        List<Piece> best = List.of();
        for (MailPart child : children) {
            List<Piece> pieces = pieces(child, level + 1, alternative);
            all.addAll(pieces);
            if (!pieces.isEmpty() && (hasHtml(pieces) || !hasHtml(best))) {
                best = pieces;
            }
        }
        return alternative ? best : all;
    }

    private static boolean hasHtml(List<Piece> pieces) {
        return pieces.stream().anyMatch(Piece::html);
    }

    private static List<Piece> readable(MailPart part) {
        String text = part.text();
        return text.isBlank() ? List.of() : List.of(new Piece(part.type().equals("text/html"), text.strip()));
    }

    private void file(MailPart part) {
        byte[] bytes = part.bytes();
        if (bytes.length == 0 && part.name().isEmpty()) {
            return;
        }
        String name = part.name().isEmpty() ? madeUp(part.type()) : part.name();
        String problem = bytes.length == 0 ? "Unable to save attachment" : null;
        files.add(new MailFile(part.contentId(), new Attachment(name, part.type(), bytes, problem)));
    }

    private String madeUp(String type) {
        if (type.equals("message/rfc822")) {
            return "message.eml";
        }
        String subtype = type.substring(type.indexOf('/') + 1);
        unnamed++;
        return "attachment-" + unnamed + '.' + (subtype.equals("calendar") ? "ics" : subtype);
    }

    private static String asHtml(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + escaped.replace("\n", "<br>\n") + "</p>";
    }
}
