package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.command.ReceiveMail.Address;
import dev.ticketwire.contract.command.ReceiveMail.Nature;
import dev.ticketwire.gateway.call.Refused;
import jakarta.enterprise.context.ApplicationScoped;
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
    public ReceiveMail read(byte[] sent, String clientAddress) {
        byte[] bytes = withoutMailboxLine(withLineFeeds(sent));
        checkBoundaries(bytes);
        MailPart mail = MailPart.mail(bytes);
        checkHeaders(mail.block());
        MailHeaders headers = mail.headers();
        Address sender = sender(headers);
        String subject = headers.text("Subject");
        MailContent content = new MailContent(mail, depth, boundaries);
        Nature nature = new Origin(headers).nature(sender, subject, content.isReport());
        String block = MailHeaders.asReceived(mail.block());
        return new ReceiveMail(
                sender,
                headers.addresses("Reply-To"),
                headers.addresses("To"),
                headers.addresses("Cc"),
                headers.addresses("Delivered-To"),
                subject,
                content.text(),
                content.isHtml() ? "html" : "text",
                content.files(),
                MessageIds.own(headers, block),
                MessageIds.references(headers),
                MessageIds.quoted(content.html(), content.plain()),
                nature.bounce()
                        ? MessageIds.returned(content.returned(), String.join("\n", content.plain()))
                        : List.of(),
                block,
                nature,
                clientAddress);
    }

    private void checkHeaders(byte[] block) {
        if (block.length > longestHeaders) {
            throw Refused.plain(
                    413,
                    "mail-headers-too-large",
                    "The headers of the mail are longer than " + longestHeaders + " bytes",
                    null);
        }
    }

    private static Address sender(MailHeaders headers) {
        List<Address> from = headers.addresses("From");
        if (from.isEmpty()) {
            throw Refused.plain(
                    400, "sender-missing", "Unable to create new ticket :user\nIncomplete client information", "email");
        }
        return from.get(0);
    }

    /** A mail whose lines end with CR alone, as old Macintosh programs wrote. */
    private static byte[] withLineFeeds(byte[] mail) {
        byte[] lines = mail.clone();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                return mail;
            }
            lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
        }
        return lines;
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
                throw MailContent.tooMany(boundaries);
            }
        }
    }
}
