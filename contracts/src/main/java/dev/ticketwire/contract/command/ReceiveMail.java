package dev.ticketwire.contract.command;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a mail: as an entry of the ticket that it answers, else as a new ticket. Which one, and as whom, is
 * decided when it is applied.
 *
 * @param sender the first mailbox of {@code From}
 * @param replyTo of {@code Reply-To}, in order; they prove nothing and count only where a ticket filter says so
 * @param to of {@code To}, in order
 * @param copies of {@code Cc}, in order
 * @param deliveredTo of {@code Delivered-To}, in order: it names the mailbox where {@code To} and {@code Cc} do not
 * @param subject decoded; empty if there is none
 * @param body decoded, the reply separator and what it quotes still in it; pictures are {@code cid:} and an
 *     attachment's {@link Attachment#contentId}
 * @param format {@code html} or {@code text}, as the part that the body was taken from
 * @param messageId with its angle brackets; {@code <md5 of the header block@local>} where the mail has none, so that
 *     the same mail has the same again. Null only in commands of gateways that made none up.
 * @param references message ids with their angle brackets, {@code In-Reply-To} first, then {@code References} from the
 *     newest to the oldest; none twice
 * @param quoted message ids found in the text: the class {@code mid-…} that osTicket's mails begin with, then
 *     {@code Ref-Mid:} in the last line of the plain text that is not blank
 * @param returned message ids of the mail that a delivery report returns: its own, then what it answered
 * @param headers the mail's header block as received, lines ended by LF, without the empty line after it
 * @param nature how it came about
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

    /** What commands of older gateways do not say is nothing. */
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
     * What a mail's headers say of how it came about (RFC 3834, RFC 3464, and what was in use before them).
     *
     * @param automatic a machine sent it: nobody is told automatically, and a closed ticket stays closed
     * @param declinesAnswers it asks for no automatic answer; people's mail programs ask for that too
     * @param bounce it comes from a mail system, about a mail; it is automatic as well
     * @param report it is a delivery report ({@code multipart/report; report-type=delivery-status}); a bounce as well
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
