package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.command.ReceiveMail.Address;
import dev.ticketwire.contract.command.ReceiveMail.Nature;
import dev.ticketwire.gateway.call.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import java.util.Arrays;
import java.util.List;

/**
 * From a mail as it came over the wire (RFC 5322, MIME) to its command. Lenient: mails are never well-formed, and what is
 * broken in one is read as well as it can be.
 */
@ApplicationScoped
public class MailReader {
    private static final byte[] MAILBOX_LINE = {'F', 'r', 'o', 'm', ' '};

    private final int depth;
    private final int boundaries;
    private final long longestHeaders;

    MailReader(MailLimits limits) {
        this.depth = limits.depth();
        this.boundaries = limits.boundaries();
        this.longestHeaders = limits.headers().asLongValue();
    }

    /**
     * @param clientAddress the caller's
     * @throws Refused if nobody can be told to have sent it, or it is past a limit
     */
    public ReceiveMail read(byte[] mail, String clientAddress) {
        byte[] bytes = withoutMailboxLine(mail);
        checkBoundaries(bytes);
        int end = endOfHeaders(bytes);
        if (end > longestHeaders) {
            throw Refused.plain(
                    413,
                    "mail-headers-too-large",
                    "The headers of the mail are longer than " + longestHeaders + " bytes",
                    null);
        }
        byte[] block = Arrays.copyOf(bytes, end);
        MailHeaders headers = MailHeaders.parse(block);
        Address sender = sender(headers);
        MailContent content = content(headers, bytes, end);
        InlineImages images =
                new InlineImages(content.text(), content.isHtml() ? content.files() : List.of(), 2L * bytes.length);
        return new ReceiveMail(
                sender,
                headers.addresses("Reply-To"),
                headers.addresses("To"),
                headers.addresses("Cc"),
                headers.addresses("Delivered-To"),
                headers.text("Subject"),
                images.html(),
                content.isHtml() ? "html" : "text",
                content.isHtml()
                        ? images.others()
                        : content.files().stream().map(MailFile::attachment).toList(),
                headers.messageId(),
                headers.references(),
                List.of(),
                List.of(),
                MailHeaders.asReceived(block),
                new Nature(headers.isAutomatic(), false, false, false),
                clientAddress);
    }

    private MailContent content(MailHeaders headers, byte[] bytes, int end) {
        byte[] body = Arrays.copyOfRange(bytes, Math.min(afterEmptyLine(bytes, end), bytes.length), bytes.length);
        try {
            return new MailContent(MailPart.of(new MimeBodyPart(headers.all(), body)), depth);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whom an answer would reach. */
    private static Address sender(MailHeaders headers) {
        List<Address> answered = headers.addresses("Reply-To");
        List<Address> from = headers.addresses("From");
        if (answered.isEmpty() && from.isEmpty()) {
            throw Refused.plain(
                    400, "sender-missing", "Unable to create new ticket :user\nIncomplete client information", "email");
        }
        if (answered.isEmpty()) {
            return from.get(0);
        }
        Address sender = answered.get(0);
        return sender.name().isEmpty() && !from.isEmpty() && from.get(0).email().equalsIgnoreCase(sender.email())
                ? from.get(0)
                : sender;
    }

    /** Mailbox files and pipes put a line of their own before the first header. */
    private static byte[] withoutMailboxLine(byte[] mail) {
        if (mail.length < MAILBOX_LINE.length
                || !Arrays.equals(mail, 0, MAILBOX_LINE.length, MAILBOX_LINE, 0, MAILBOX_LINE.length)) {
            return mail;
        }
        int end = 0;
        while (end < mail.length && mail[end] != '\n') {
            end++;
        }
        return Arrays.copyOfRange(mail, Math.min(end + 1, mail.length), mail.length);
    }

    private void checkBoundaries(byte[] bytes) {
        int lines = 0;
        for (int i = 1; i + 1 < bytes.length; i++) {
            if (bytes[i] == '-'
                    && bytes[i + 1] == '-'
                    && (bytes[i - 1] == '\n' || bytes[i - 1] == '\r')
                    && ++lines > boundaries) {
                throw Refused.plain(
                        400, "mail-too-many-parts", "The mail has more than " + boundaries + " parts", null);
            }
        }
    }

    /** Where the empty line starts that ends the headers; the end if there is none. */
    private static int endOfHeaders(byte[] bytes) {
        int line = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (i == line || (i == line + 1 && bytes[line] == '\r')) {
                    return line;
                }
                line = i + 1;
            }
        }
        return bytes.length;
    }

    private static int afterEmptyLine(byte[] bytes, int line) {
        return line < bytes.length && bytes[line] == '\r' ? line + 2 : line + 1;
    }
}
