package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.text.HtmlEntities;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a mail and its files. HTML is preferred among alternatives; the texts of successive parts are joined. All other
 * parts become files, in the order of the mail.
 */
final class MailContent {
    /** Machine-readable parts of a report; a text part repeats them for people. */
    private static final Set<String> FOR_MACHINES =
            Set.of("message/delivery-status", "message/global-delivery-status", "message/disposition-notification");

    private static final Set<String> STATUSES = Set.of("message/delivery-status", "message/global-delivery-status");

    /** A returned mail without its text (RFC 3462, RFC 6533, and a type never registered). */
    private static final Set<String> RETURNED_HEADERS =
            Set.of("text/rfc822-headers", "message/global-headers", "message/rfc822-headers");

    private static final int LONGEST_NAME = 100;

    private final int depth;
    private final int most;
    private final long longestHeaders;
    private final List<Attachment> files = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final Set<String> returned = new LinkedHashSet<>();
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

    /**
     * @param longestHeaders in bytes; an attached mail with longer ones is a file that is not looked into
     * @throws Refused if parts are nested deeper than {@code depth}, or there are more than {@code most}
     */
    MailContent(MailPart mail, int depth, int most, long longestHeaders) {
        this.depth = depth;
        this.most = most;
        this.longestHeaders = longestHeaders;
        MailPart root = mail;
        int level = 1;
        MailPart inner = inner(root);
        while (inner != null) { // the outer mail has no text of its own
            checkDepth(level++);
            root = inner;
            inner = inner(root);
        }
        List<Piece> read = withoutFaint(pieces(root, new Place(level, false, false)));
        this.report = root == mail && statuses > 0; // a report that somebody forwards is none
        this.pieces = winmail == null ? read : withWinmail(read, winmail);
    }

    /** The mail that is the whole body of this one; null if it is none, or is not parsed. */
    private @Nullable MailPart inner(MailPart mail) {
        return mail.isMail() && !mail.isAttached() ? MailPart.mail(ByteSlice.of(mail.bytes()), longestHeaders) : null;
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

    /** All texts of a kind, also the alternatives that are not used. */
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

    /** Message ids of the attached mails, each followed by those it refers to. */
    Set<String> returned() {
        return returned;
    }

    private List<Piece> pieces(MailPart part, Place place) {
        if (part.isMultipart()) {
            checkDepth(place.level);
            List<MailPart.Unread> children = part.children();
            parts += children.size();
            if (parts > most) {
                throw tooMany(most);
            }
            return children.isEmpty() ? readable(part) : several(part, children, place);
        }
        if (RETURNED_HEADERS.contains(part.type())) {
            byte[] block = part.bytes();
            if (block.length <= longestHeaders) {
                MessageIds.addReturned(MailHeaders.parse(ByteSlice.of(block)), returned);
            }
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

    /** Whether it is another form of the text: text/enriched, text/x-amp-html. */
    private static boolean isAnotherText(MailPart part) {
        return part.type().startsWith("text/")
                && !part.type().equals("text/calendar")
                && !part.type().equals("text/rfc822-headers")
                && !part.isAttached()
                && part.name().isEmpty();
    }

    private void checkDepth(int level) {
        if (level > depth) {
            throw Refused.of(ProblemCode.MAIL_TOO_DEEP, "The parts of the mail are nested deeper than " + depth);
        }
    }

    static Refused tooMany(int most) {
        return Refused.of(ProblemCode.MAIL_TOO_MANY_PARTS, "The mail has more than " + most + " parts");
    }

    private List<Piece> several(MailPart parent, List<MailPart.Unread> children, Place place) {
        boolean alternative = parent.type().equals("multipart/alternative");
        boolean inReport = parent.type().equals("multipart/report");
        List<Piece> all = new ArrayList<>();
        List<Piece> best = List.of();
        boolean digest = parent.type().equals("multipart/digest");
        for (MailPart.Unread child : children) {
            MailPart part = MailPart.part(child, longestHeaders);
            List<Piece> read =
                    pieces(digest ? ofDigest(part) : part, new Place(place.level + 1, alternative, inReport));
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
                        part.decodings(),
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
        VisibleContent visible = part.isHtml() ? VisibleContent.in(text) : VisibleContent.TEXT;
        return visible == VisibleContent.NOTHING
                ? List.of()
                : List.of(new Piece(part.isHtml(), text.strip(), visible == VisibleContent.REMOTE_PICTURES));
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

    /** Uses the text in winmail.dat if the mail has none, and its HTML if the mail has none. */
    private static List<Piece> withWinmail(List<Piece> read, Winmail winmail) {
        if (!hasHtml(read) && winmail.html() != null) {
            return List.of(new Piece(true, winmail.html(), false));
        }
        return isFaint(read) && winmail.text() != null ? List.of(new Piece(false, winmail.text(), false)) : read;
    }

    private void file(MailPart part) {
        byte[] bytes = part.bytes();
        MailPart mail = part.isMail() ? MailPart.mail(ByteSlice.of(bytes), longestHeaders) : null;
        if (mail != null) {
            MessageIds.addReturned(mail.headers(), returned);
        }
        if (bytes.length == 0 && part.name().isEmpty()) {
            return;
        }
        String subject = mail == null ? "" : mail.headers().text("Subject");
        String name = part.name().isEmpty() ? madeUp(part, subject) : part.name();
        String problem = bytes.length == 0 ? "Unable to save attachment" : null;
        files.add(new Attachment(name, part.type(), bytes, problem, part.contentId()));
    }

    /** @param subject of the mail that the part is; empty if unknown */
    private String madeUp(MailPart part, String subject) {
        if (part.isMail()) {
            String words = subject.replaceAll("[/\\\\]", "_").strip();
            int end = Math.min(LONGEST_NAME, words.codePointCount(0, words.length()));
            return (words.isEmpty() ? "message" : words.substring(0, words.offsetByCodePoints(0, end))) + ".eml";
        }
        String subtype = part.type().substring(part.type().indexOf('/') + 1);
        unnamed++;
        return "attachment-" + unnamed + '.' + (subtype.equals("calendar") ? "ics" : subtype);
    }

    private static String asHtml(String text) {
        return "<p>" + HtmlEntities.escapeText(text).replace("\n", "<br>\n") + "</p>";
    }
}
