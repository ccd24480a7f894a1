package dev.ticketwire.contract.command;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Receives a mail: as an entry of the ticket that it answers, else as a new ticket. Ticket and author are determined
 * when the command is applied.
 *
 * @param sender the first mailbox of {@code From}
 * @param replyTo of {@code Reply-To}, in order; can be forged, and count only if a ticket filter uses them
 * @param to of {@code To}, in order
 * @param copies of {@code Cc}, in order
 * @param deliveredTo of {@code Delivered-To}, in order; names the mailbox if {@code To} and {@code Cc} do not
 * @param subject decoded; empty if there is none
 * @param body decoded, including the reply separator and the quoted text; pictures are {@code cid:} and an attachment's
 *     {@link Attachment#contentId}
 * @param format {@code html} or {@code text}, by the part that contained the body
 * @param messageId with its angle brackets; {@code <md5 of the header block@local>} if the mail has none, so that the
 *     same mail always gets the same id. Null only in commands of older gateways.
 * @param references message ids with their angle brackets, {@code In-Reply-To} first, then {@code References} from the
 *     newest to the oldest; without duplicates
 * @param quoted message ids found in the text: the class {@code mid-…} at the start of osTicket's mails, then {@code
 *     Ref-Mid:} in the last line of the plain text that is not blank
 * @param returned message ids of the mail that a delivery report returns: its own, then those it refers to
 * @param headers the mail's header block as received, lines ended by LF, without the empty line after it
 * @param nature whether a person or a machine sent it
 * @param ip of the caller
 */
public record ReceiveMail(
        Address sender,
        List<Address> replyTo,
        List<Address> to,
        List<Address> copies,
        List<Address> deliveredTo,
        String subject,
        String body,
        String format,
        List<Attachment> attachments,
        @Nullable String messageId,
        List<String> references,
        List<String> quoted,
        List<String> returned,
        String headers,
        Nature nature,
        String ip)
        implements Command {

    public static final String TYPE = "mail.receive.v1";

    /** Members that commands of older gateways lack are empty. */
    public ReceiveMail {
        replyTo = Objects.requireNonNullElse(replyTo, List.of());
        deliveredTo = Objects.requireNonNullElse(deliveredTo, List.of());
        quoted = Objects.requireNonNullElse(quoted, List.of());
        returned = Objects.requireNonNullElse(returned, List.of());
        nature = Objects.requireNonNullElse(nature, Nature.PERSONAL);
    }

    /**
     * A mailbox.
     *
     * @param name decoded; empty if there is none
     * @param email as written
     */
    public record Address(String name, String email) {}

    /**
     * The kind of sender by the mail's headers (RFC 3834, RFC 3464, and older conventions).
     *
     * @param automatic a machine sent it: no automatic answers are sent, and a closed ticket stays closed
     * @param declinesAnswers it declines automatic answers, as mail programs of people do too
     * @param bounce a mail system sent it about another mail; also automatic
     * @param report a delivery report ({@code multipart/report; report-type=delivery-status}); also a bounce
     */
    public record Nature(boolean automatic, boolean declinesAnswers, boolean bounce, boolean report) {
        /** A person wrote it. */
        public static final Nature PERSONAL = new Nature(false, false, false, false);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String ticket() {
        return "";
    }
}
