package dev.ticketwire.contract.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a mail: as a message on the ticket that it answers, else as a new ticket. Which one is decided when it is
 * applied.
 *
 * @param sender whom an answer would reach: the first {@code Reply-To} address where there is one, else {@code From}
 * @param to of {@code To}, in order
 * @param copies of {@code Cc}, in order
 * @param subject decoded; empty if there is none
 * @param body decoded, the reply separator and what it quotes still in it
 * @param format {@code html} or {@code text}, as the part that the body was taken from
 * @param messageId with its angle brackets; null if the mail has none
 * @param references message ids with their angle brackets, {@code In-Reply-To} first, then {@code References} from the
 *     newest to the oldest; none twice
 * @param headers the mail's header block as received, lines ended by LF, without the empty line after it
 * @param automatic whether a machine sent it (bounce, out of office, list): it is never answered automatically
 * @param ip of the caller
 */
public record ReceiveMail(
        Address sender,
        List<Address> to,
        List<Address> copies,
        String subject,
        String body,
        String format,
        List<Attachment> attachments,
        @Nullable String messageId,
        List<String> references,
        String headers,
        boolean automatic,
        String ip)
        implements Command {

    public static final String TYPE = "mail.receive.v1";

    /**
     * A mailbox.
     *
     * @param name decoded; empty if there is none
     * @param email as written
     */
    public record Address(String name, String email) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String ticket() {
        return "";
    }
}
