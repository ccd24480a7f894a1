package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a mail and its files. HTML is preferred among alternatives; the texts of successive parts are joined. All
 * other parts become files, in the order of the mail.
 */
final class MailContent {
    private static final Set<String> DELIVERY_STATUS =
            Set.of("message/delivery-status", "message/global-delivery-status");

    /** Machine-readable parts of a report; a text part repeats them for people. */
    private static final Set<String> FOR_MACHINES =
            Set.of("message/delivery-status", "message/global-delivery-status", "message/disposition-notification");

    /** A returned mail without its text (RFC 3462, RFC 6533, and a type never registered). */
    private static final Set<String> RETURNED_HEADERS =
            Set.of("text/rfc822-headers", "message/global-headers", "message/rfc822-headers");

    private final PartLimits limits;
    private final MailAttachments attachments;
    private final List<String> html = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final MailText text;
    private final boolean report;
    private int parts;
    private int statuses;

    /**
     * Where a part is in the mail.
     *
     * @param level 1 for the outermost
     * @param alternative whether it is one of several alternatives
     * @param report whether its parent is a report
     */
    private record Position(int level, boolean alternative, boolean report) {}

    /** @throws Refused if parts are nested too deeply, or there are too many */
    MailContent(MailPart mail, PartLimits limits) {
        this.limits = limits;
        this.attachments = new MailAttachments(limits.headerBytes());
        MailPart root = mail;
        int level = 1;
        MailPart inner = inner(root);
        while (inner != null) { // the outer mail has no text of its own
            checkDepth(level++);
            root = inner;
            inner = inner(root);
        }
        MailText read = read(root, new Position(level, false, false)).withoutFaint();
        this.report = root == mail && statuses > 0; // not a report that somebody forwards
        this.text = withWinmail(read);
    }

    /** The mail that is the whole body of this one; null if there is none, or its headers are too long. */
    private @Nullable MailPart inner(MailPart mail) {
        return mail.isMail() && !mail.isAttached()
                ? MailPart.mail(ByteSlice.of(mail.bytes()), limits.headerBytes())
                : null;
    }

    /** Whether {@link #text} is HTML. */
    boolean isHtml() {
        return text.isHtml();
    }

    /** Empty if there is none. */
    String text() {
        return text.joined();
    }

    /** In the order of the mail. */
    List<Attachment> files() {
        return attachments.files();
    }

    /** The text of every HTML part, alternatives that are not used included. */
    List<String> html() {
        return html;
    }

    /** The text of every other text part, alternatives that are not used included. */
    List<String> plain() {
        return plain;
    }

    /** Whether a part is a delivery status for machines, whatever the type of the whole mail is. */
    boolean isReport() {
        return report;
    }

    /** Message ids of the attached mails, each followed by the ids that it refers to. */
    Set<String> returned() {
        return attachments.returned();
    }

    private MailText read(MailPart part, Position position) {
        return part.isMultipart() ? multipart(part, position) : leaf(part, position);
    }

    private MailText multipart(MailPart part, Position position) {
        checkDepth(position.level);
        List<MailPart.Unparsed> children = part.children();
        parts += children.size();
        if (parts > limits.parts()) {
            throw tooMany(limits.parts());
        }
        return children.isEmpty() ? readable(part) : children(part, children, position);
    }

    private void checkDepth(int level) {
        int depth = limits.depth();
        if (level > depth) {
            throw Refused.of(ProblemCode.MAIL_TOO_DEEP, "The parts of the mail are nested deeper than " + depth);
        }
    }

    static Refused tooMany(int most) {
        return Refused.of(ProblemCode.MAIL_TOO_MANY_PARTS, "The mail has more than " + most + " parts");
    }

    private MailText children(MailPart parent, List<MailPart.Unparsed> children, Position position) {
        boolean alternative = parent.type().equals("multipart/alternative");
        boolean digest = parent.type().equals("multipart/digest");
        boolean inReport = parent.type().equals("multipart/report");
        List<MailText.Piece> all = new ArrayList<>();
        MailText best = MailText.NONE;
        for (MailPart.Unparsed child : children) {
            MailPart part = MailPart.parse(child, limits.headerBytes());
            Position inside = new Position(position.level + 1, alternative, inReport);
            MailText read = read(digest ? part.inDigest() : part, inside);
            all.addAll(read.pieces());
            best = read.isBetterThan(best) ? read : best;
        }
        return alternative ? best : new MailText(all);
    }

    private MailText leaf(MailPart part, Position position) {
        boolean isReturned = RETURNED_HEADERS.contains(part.type());
        if (isReturned) {
            attachments.addReturnedHeaders(part);
        }
        statuses += DELIVERY_STATUS.contains(part.type()) ? 1 : 0;
        if (position.report && (isReturned || FOR_MACHINES.contains(part.type()))) {
            return MailText.NONE;
        }
        if (part.isPlainOrHtml() && !part.isAttached()) {
            if (!part.name().isEmpty() && !part.disposition().isEmpty()) {
                attachments.addFile(part, part.bytes());
            }
            return readable(part);
        }
        if (isOtherText(part)) {
            return position.alternative ? MailText.NONE : readable(part);
        }
        attachments.add(part);
        return MailText.NONE;
    }

    /** Whether it is another form of the text: text/enriched, text/x-amp-html. */
    private static boolean isOtherText(MailPart part) {
        return part.type().startsWith("text/")
                && !part.type().equals("text/calendar")
                && !part.type().equals("text/rfc822-headers")
                && !part.isAttached()
                && part.name().isEmpty();
    }

    private MailText readable(MailPart part) {
        String content = part.text();
        if (content.isBlank()) {
            return MailText.NONE;
        }
        (part.isHtml() ? html : plain).add(content);
        return MailText.of(part.isHtml(), content);
    }

    /** Uses the text in winmail.dat if the mail has none, and its HTML if the mail has none. */
    private MailText withWinmail(MailText read) {
        Winmail winmail = attachments.winmail();
        if (winmail == null) {
            return read;
        }
        if (!read.hasHtml() && winmail.html() != null) {
            return MailText.ofContainer(true, winmail.html());
        }
        return read.isFaint() && winmail.text() != null ? MailText.ofContainer(false, winmail.text()) : read;
    }
}
