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
 * Parses a raw mail (RFC 5322, MIME) into a command. Malformed headers and parts are read as far as possible and never
 * refuse the mail.
 */
@ApplicationScoped
public class MailReader {
    /** As Latin 1. */
    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

    private static final String MAILBOX_LINE = "From ";

    private final PartLimits limits;

    MailReader(MailLimits limits) {
        this.limits = new PartLimits(
                limits.depth(), limits.boundaries(), limits.headers().asLongValue());
    }

    /**
     * Reads a mail.
     *
     * @param clientAddress the address of the client that sent the request
     * @throws Refused if the mail has no sender, or exceeds a limit
     */
    public ReceiveMail read(byte[] sent, String clientAddress) {
        MailPart mail = parse(sent);
        Address sender = sender(mail.headers());
        return command(mail, sender, new MailContent(mail, limits), clientAddress);
    }

    private MailPart parse(byte[] sent) {
        ByteSlice bytes = fromFirstHeader(ByteSlice.of(withLineFeeds(sent)));
        checkBoundaries(bytes);
        MailPart mail = MailPart.mail(bytes, limits.headerBytes());
        if (mail == null) {
            throw headersTooLarge(limits.headerBytes());
        }
        return mail;
    }

    private static ReceiveMail command(MailPart mail, Address sender, MailContent content, String clientAddress) {
        MailHeaders headers = mail.headers();
        String subject = headers.text("Subject");
        String block = MailHeaders.asReceived(mail.block());
        Nature nature = new AutomaticMailDetector(headers).nature(sender, subject, content.isReport());
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
                nature.bounce() ? MessageIds.returned(content.returned(), content.plain()) : List.of(),
                block,
                nature,
                clientAddress);
    }

    private static Refused headersTooLarge(long longestHeaders) {
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
     * The mail with LF instead of CR alone (old Macintosh programs) and instead of several CRs and LF (text mode
     * twice). A mail without such lines is not copied.
     */
    private static byte[] withLineFeeds(byte[] mail) {
        boolean lineFeeds = false;
        boolean doubled = false;
        for (int i = 0; i < mail.length; i++) {
            lineFeeds |= mail[i] == '\n';
            doubled |= mail[i] == '\n' && i > 1 && mail[i - 1] == '\r' && mail[i - 2] == '\r';
        }
        return lineFeeds && !doubled ? mail : withLineFeeds(mail, lineFeeds);
    }

    private static byte[] withLineFeeds(byte[] mail, boolean hasLineFeeds) {
        byte[] lines = new byte[mail.length];
        int length = 0;
        for (byte b : mail) {
            while (b == '\n' && length > 0 && lines[length - 1] == '\r') {
                length--;
            }
            lines[length++] = b == '\r' && !hasLineFeeds ? (byte) '\n' : b;
        }
        return Arrays.copyOf(lines, length);
    }

    /**
     * Skips what pipes and mailbox files put before the first header: a byte order mark, empty lines, a "From " line.
     */
    private static ByteSlice fromFirstHeader(ByteSlice mail) {
        ByteSlice rest =
                mail.first(UTF_8_MARK.length()).latin1().equals(UTF_8_MARK) ? mail.from(UTF_8_MARK.length()) : mail;
        rest = withoutEmptyLines(rest);
        return rest.first(MAILBOX_LINE.length()).latin1().equals(MAILBOX_LINE)
                ? withoutEmptyLines(rest.from(rest.endOfLine(0)))
                : rest;
    }

    private static ByteSlice withoutEmptyLines(ByteSlice mail) {
        int start = 0;
        while (start < mail.length() && (mail.at(start) == '\n' || mail.at(start) == '\r')) {
            start++;
        }
        return mail.from(start);
    }

    private void checkBoundaries(ByteSlice mail) {
        int lines = 0;
        for (int i = 1; i + 1 < mail.length(); i++) {
            if (mail.at(i) == '-'
                    && mail.at(i + 1) == '-'
                    && (mail.at(i - 1) == '\n' || mail.at(i - 1) == '\r')
                    && ++lines > limits.parts()) {
                throw MailContent.tooMany(limits.parts());
            }
        }
    }
}
