package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.command.ReceiveMail.Address;
import dev.ticketwire.contract.command.ReceiveMail.Nature;
import dev.ticketwire.gateway.call.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Parses a raw mail (RFC 5322, MIME) into a command. Lenient: malformed headers and parts are read as far as possible and are
 * no reason to refuse the mail.
 */
@ApplicationScoped
public class MailReader {
    private static final String MAILBOX_LINE = "From ";

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
     * @throws Refused if it has no sender, or exceeds a limit
     */
    public ReceiveMail read(byte[] sent, String clientAddress) {
        Slice bytes = withoutMailboxLine(Slice.of(withLineFeeds(sent)));
        checkBoundaries(bytes);
        MailPart mail = MailPart.mail(bytes, longestHeaders);
        if (mail == null) {
            throw headersTooLarge();
        }
        MailHeaders headers = mail.headers();
        Address sender = sender(headers);
        String subject = headers.text("Subject");
        MailContent content = new MailContent(mail, depth, boundaries, longestHeaders);
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

    private Refused headersTooLarge() {
        return Refused.plain(
                413,
                "mail-headers-too-large",
                "The headers of the mail are longer than " + longestHeaders + " bytes",
                null);
    }

    private static Address sender(MailHeaders headers) {
        List<Address> from = headers.addresses("From");
        if (from.isEmpty()) {
            throw Refused.plain(
                    400, "sender-missing", "Unable to create new ticket :user\nIncomplete client information", "email");
        }
        return from.get(0);
    }

    /** Old Macintosh programs ended lines with CR alone. */
    private static byte[] withLineFeeds(byte[] mail) {
        for (byte b : mail) {
            if (b == '\n') {
                return mail;
            }
        }
        byte[] lines = mail.clone();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
        }
        return lines;
    }

    /** Mailbox files and pipes put a line of their own before the first header. */
    private static Slice withoutMailboxLine(Slice mail) {
        if (!mail.first(MAILBOX_LINE.length()).latin1().equals(MAILBOX_LINE)) {
            return mail;
        }
        int end = 0;
        while (end < mail.length() && mail.at(end) != '\n') {
            end++;
        }
        return mail.from(end + 1);
    }

    private void checkBoundaries(Slice mail) {
        int lines = 0;
        for (int i = 1; i + 1 < mail.length(); i++) {
            if (mail.at(i) == '-'
                    && mail.at(i + 1) == '-'
                    && (mail.at(i - 1) == '\n' || mail.at(i - 1) == '\r')
                    && ++lines > boundaries) {
                throw MailContent.tooMany(boundaries);
            }
        }
    }
}
