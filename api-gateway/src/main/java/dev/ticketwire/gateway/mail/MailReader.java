package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.command.ReceiveMail.Address;
import dev.ticketwire.contract.command.ReceiveMail.Nature;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/**
 * Parses a raw mail (RFC 5322, MIME) into a command. Lenient: malformed headers and parts are read as far as possible and are
 * no reason to refuse the mail.
 */
@ApplicationScoped
public class MailReader {
    /** As Latin 1. */
    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

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
        ByteSlice bytes = fromFirstHeader(ByteSlice.of(withLineFeeds(sent)));
        checkBoundaries(bytes);
        MailPart mail = MailPart.mail(bytes, longestHeaders);
        if (mail == null) {
            throw headersTooLarge();
        }
        MailHeaders headers = mail.headers();
        Address sender = sender(headers);
        String subject = headers.text("Subject");
        MailContent content = new MailContent(mail, depth, boundaries, longestHeaders);
        Nature nature = new AutomaticMailDetector(headers).nature(sender, subject, content.isReport());
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
        return Refused.of(
                ProblemCode.MAIL_HEADERS_TOO_LARGE,
                "The headers of the mail are longer than " + longestHeaders + " bytes");
    }

    private static Address sender(MailHeaders headers) {
        List<Address> from = headers.addresses("From");
        if (from.isEmpty()) {
            throw Refused.of(
                    ProblemCode.SENDER_MISSING,
                    "Unable to create new ticket :user\nIncomplete client information",
                    "email");
        }
        return from.get(0);
    }

    /**
     * Lines that end in CR alone (old Macintosh programs) or in several CRs and LF (text mode twice) end in LF then. Nothing
     * is copied where there are none.
     */
    private static byte[] withLineFeeds(byte[] mail) {
        boolean lineFeeds = false;
        boolean doubled = false;
        for (int i = 0; i < mail.length; i++) {
            lineFeeds |= mail[i] == '\n';
            doubled |= mail[i] == '\n' && i > 1 && mail[i - 1] == '\r' && mail[i - 2] == '\r';
        }
        if (lineFeeds && !doubled) {
            return mail;
        }
        byte[] lines = new byte[mail.length];
        int length = 0;
        for (byte b : mail) {
            if (b == '\n') {
                while (length > 0 && lines[length - 1] == '\r') {
                    length--;
                }
            }
            lines[length++] = b == '\r' && !lineFeeds ? (byte) '\n' : b;
        }
        return Arrays.copyOf(lines, length);
    }

    /** Pipes and mailbox files put a byte order mark, empty lines, and a line of their own before the first header. */
    private static ByteSlice fromFirstHeader(ByteSlice mail) {
        ByteSlice rest =
                mail.first(UTF_8_MARK.length()).latin1().equals(UTF_8_MARK) ? mail.from(UTF_8_MARK.length()) : mail;
        rest = withoutEmptyLines(rest);
        return rest.first(MAILBOX_LINE.length()).latin1().equals(MAILBOX_LINE)
                ? withoutEmptyLines(rest.from(endOfLine(rest)))
                : rest;
    }

    private static ByteSlice withoutEmptyLines(ByteSlice mail) {
        int start = 0;
        while (start < mail.length() && (mail.at(start) == '\n' || mail.at(start) == '\r')) {
            start++;
        }
        return mail.from(start);
    }

    private static int endOfLine(ByteSlice mail) {
        int end = 0;
        while (end < mail.length() && mail.at(end) != '\n') {
            end++;
        }
        return end;
    }

    private void checkBoundaries(ByteSlice mail) {
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
