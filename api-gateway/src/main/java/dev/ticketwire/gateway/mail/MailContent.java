package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.gateway.call.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a mail and its files. Of alternatives HTML is preferred; parts that follow each other are joined. Whatever
 * is no text to be read becomes a file, in the order of the mail.
 */
final class MailContent {
    /** What a report says to machines; the part before says it to people. */
    private static final Set<String> FOR_MACHINES =
            Set.of("message/delivery-status", "message/global-delivery-status", "message/disposition-notification");

    private static final Set<String> STATUSES = Set.of("message/delivery-status", "message/global-delivery-status");

    /** A returned mail without its text (RFC 3462, RFC 6533, and a type never registered). */
    private static final Set<String> RETURNED_HEADERS =
            Set.of("text/rfc822-headers", "message/global-headers", "message/rfc822-headers");

    private static final int LONGEST_NAME = 100;

    private final int depth;
    private final int most;
    private final List<Attachment> files = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final List<MailHeaders> returned = new ArrayList<>();
    private final List<Piece> pieces;
    private @Nullable Winmail winmail;
    private int unnamed;
    private int parts;
    private int statuses;
    private final boolean report;

    /** @param faint HTML of pictures from elsewhere alone, which counts where the mail has no other text */
    private record Piece(boolean html, String text, boolean faint) {}

    /**
     * Where a part stands.
     *
     * @param level 1 for the outermost
     */
    private record Place(int level, boolean alternative, boolean report) {}

    /** @throws Refused if parts are nested deeper than {@code depth}, or there are more than {@code most} */
    MailContent(MailPart mail, int depth, int most) {
        this.depth = depth;
        this.most = most;
        MailPart root = mail;
        int level = 1;
        while (root.isMail() && !root.isAttached()) { // nothing but another mail: its text is the text
            checkDepth(level++);
            root = MailPart.mail(root.bytes());
        }
        List<Piece> read = withoutFaint(pieces(root, new Place(level, false, false)));
        this.report = root == mail && statuses > 0; // a report that somebody forwards is none
        this.pieces = winmail == null ? read : withWinmail(read, winmail);
    }

    /** Whether {@link #text} is HTML. */
    boolean isHtml() {
        return pieces.stream().anyMatch(Piece::html);
    }

    /** Empty if there is none. */
    String text() {
        boolean asHtml = isHtml();
        List<String> texts = pieces.stream()
                .map(piece -> asHtml && !piece.html ? asHtml(piece.text) : piece.text)
                .toList();
        return String.join(asHtml ? "\n" : "\n\n", texts);
    }

    /** In the order of the mail. */
    List<Attachment> files() {
        return files;
    }

    /** All texts of a kind, also those that another was preferred to. */
    List<String> html() {
        return html;
    }

    List<String> plain() {
        return plain;
    }

    /** Whether a part tells machines of a delivery, whatever the type of the whole says. */
    boolean isReport() {
        return report;
    }

    /** Headers of the mails that are in it. */
    List<MailHeaders> returned() {
        return returned;
    }

    private List<Piece> pieces(MailPart part, Place place) {
        if (part.isMultipart()) {
            checkDepth(place.level);
            List<MailPart> children = part.children();
            parts += children.size();
            if (parts > most) {
                throw tooMany(most);
            }
            return children.isEmpty() ? readable(part) : several(part, children, place);
        }
        if (RETURNED_HEADERS.contains(part.type())) {
            returned.add(MailHeaders.parse(part.bytes()));
        }
        statuses += STATUSES.contains(part.type()) ? 1 : 0;
        if (place.report && (FOR_MACHINES.contains(part.type()) || RETURNED_HEADERS.contains(part.type()))) {
            return List.of();
        }
        if (part.isPlainOrHtml() && !part.isAttached()) {
            if (!part.name().isEmpty() && !part.disposition().isEmpty()) {
                file(part);
            }
            return readable(part);
        }
        if (place.alternative && isAnotherText(part)) {
            return List.of();
        }
        return isAnotherText(part) ? readable(part) : saved(part);
    }

    /** One more way to say what the others say: text/enriched, text/x-amp-html. */
    private static boolean isAnotherText(MailPart part) {
        return part.type().startsWith("text/")
                && !part.type().equals("text/calendar")
                && !part.type().equals("text/rfc822-headers")
                && !part.isAttached()
                && part.name().isEmpty();
    }

    private void checkDepth(int level) {
        if (level > depth) {
            throw Refused.plain(413, "mail-too-deep", "The parts of the mail are nested deeper than " + depth, null);
        }
    }

    static Refused tooMany(int most) {
        return Refused.plain(413, "mail-too-many-parts", "The mail has more than " + most + " parts", null);
    }

    private List<Piece> several(MailPart parent, List<MailPart> children, Place place) {
        boolean alternative = parent.type().equals("multipart/alternative");
        boolean inReport = parent.type().equals("multipart/report");
        List<Piece> all = new ArrayList<>();
        List<Piece> best = List.of();
        for (MailPart child : children) {
            MailPart meant = parent.type().equals("multipart/digest") ? ofDigest(child) : child;
            List<Piece> read = pieces(meant, new Place(place.level + 1, alternative, inReport));
            all.addAll(read);
            if (!read.isEmpty() && (isFaint(best) || !isFaint(read) && (hasHtml(read) || !hasHtml(best)))) {
                best = read;
            }
        }
        return alternative ? best : all;
    }

    /** What says no type of its own is a mail there (RFC 2046, 5.1.5). */
    private static MailPart ofDigest(MailPart part) {
        return part.headers().first("Content-Type").isBlank()
                ? new MailPart(
                        part.block(),
                        part.raw(),
                        part.headers(),
                        "message/rfc822",
                        part.disposition(),
                        part.name(),
                        part.contentId())
                : part;
    }

    /** Whether everything is better. */
    private static boolean isFaint(List<Piece> pieces) {
        return pieces.stream().allMatch(Piece::faint);
    }

    private static List<Piece> withoutFaint(List<Piece> pieces) {
        List<Piece> clear = pieces.stream().filter(piece -> !piece.faint).toList();
        return clear.isEmpty() ? pieces : clear;
    }

    private static boolean hasHtml(List<Piece> pieces) {
        return pieces.stream().anyMatch(piece -> piece.html && !piece.faint);
    }

    private List<Piece> readable(MailPart part) {
        String text = part.text();
        if (text.isBlank()) {
            return List.of();
        }
        (part.isHtml() ? html : plain).add(text);
        Visible visible = part.isHtml() ? Visible.in(text) : Visible.TEXT;
        return visible == Visible.NOTHING
                ? List.of()
                : List.of(new Piece(part.isHtml(), text.strip(), visible == Visible.REMOTE_PICTURES));
    }

    private List<Piece> saved(MailPart part) {
        byte[] bytes = part.bytes();
        Winmail opened = Winmail.isOne(part.type(), part.name(), bytes) ? Winmail.opened(bytes) : null;
        if (opened == null) {
            file(part);
        } else {
            files.addAll(opened.files());
            winmail = winmail == null ? opened : winmail;
        }
        return List.of();
    }

    /** Outlook's own text, where the mail has none as good. */
    private static List<Piece> withWinmail(List<Piece> read, Winmail winmail) {
        if (!hasHtml(read) && winmail.html() != null) {
            return List.of(new Piece(true, winmail.html(), false));
        }
        return isFaint(read) && winmail.text() != null ? List.of(new Piece(false, winmail.text(), false)) : read;
    }

    private void file(MailPart part) {
        byte[] bytes = part.bytes();
        MailHeaders inner = part.isMail() ? MailPart.mail(bytes).headers() : null;
        if (inner != null) {
            returned.add(inner);
        }
        if (bytes.length == 0 && part.name().isEmpty()) {
            return;
        }
        String name = part.name().isEmpty() ? madeUp(part.type(), inner) : part.name();
        String problem = bytes.length == 0 ? "Unable to save attachment" : null;
        files.add(new Attachment(name, part.type(), bytes, problem, part.contentId()));
    }

    private String madeUp(String type, @Nullable MailHeaders mail) {
        if (mail != null) {
            String subject = mail.text("Subject").replaceAll("[/\\\\]", "_").strip();
            int end = Math.min(LONGEST_NAME, subject.codePointCount(0, subject.length()));
            return (subject.isEmpty() ? "message" : subject.substring(0, subject.offsetByCodePoints(0, end))) + ".eml";
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
