package dev.ticketwire.mail.letter;

import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailKind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The headers of a letter. No value can add another header. */
final class LetterHeaders {
    /** RFC 5322. The JDK's own RFC 1123 formatter writes GMT for an offset of zero. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.US);

    private final Letter letter;
    private final @Nullable String sender;
    private final AddressForm form;

    LetterHeaders(Letter letter, @Nullable String sender, AddressForm form) {
        this.letter = letter;
        this.sender = sender;
        this.form = form;
    }

    void writeTo(MimeMessage message) throws MessagingException {
        StoredMail mail = letter.mail();
        message.setHeader("Date", DATE.format(letter.date()));
        address(message, "From", AddressText.of(mail.fromName(), form.of(mail.fromAddress())));
        if (sender != null) {
            address(message, "Sender", AddressText.of(mail.fromName(), form.of(sender)));
        }
        addresses(message, "To", letter.recipients("to"));
        addresses(message, "Cc", letter.recipients("cc"));
        message.setHeader("Subject", HeaderText.value("Subject", mail.subject()));
        message.setHeader("Message-ID", form.messageId(HeaderText.oneLine(mail.messageId())));
        ids(message, "In-Reply-To", mail.inReplyTo() == null ? List.of() : List.of(mail.inReplyTo()));
        ids(message, "References", mail.references());
        guards(message, mail.type().kind());
    }

    private void addresses(MimeMessage message, String header, List<MailAddressee> all) throws MessagingException {
        String value = all.stream()
                .filter(one -> form.fits(one.address()))
                .map(one -> AddressText.of(one.name(), form.of(one.address())))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
        if (!value.isEmpty()) {
            address(message, header, value);
        }
    }

    private static void address(MimeMessage message, String header, String value) throws MessagingException {
        message.setHeader(header, HeaderText.fold(header, value));
    }

    /** Ids of others may hold anything: one that would need encoding is left out. */
    private void ids(MimeMessage message, String header, List<String> ids) throws MessagingException {
        String value = ids.stream()
                .map(id -> form.messageId(HeaderText.oneLine(id)))
                .filter(id ->
                        !id.isBlank() && id.length() <= 900 && (form == AddressForm.UTF8 || AddressForm.isAscii(id)))
                .collect(Collectors.joining(" "));
        if (!value.isEmpty()) {
            message.setHeader(header, HeaderText.fold(header, value));
        }
    }

    /** By which other systems know that they must not answer a machine. */
    private static void guards(MimeMessage message, MailKind kind) throws MessagingException {
        switch (kind) {
            case AUTO_REPLY -> {
                message.setHeader("Precedence", "auto_reply");
                message.setHeader("X-Autoreply", "yes");
                message.setHeader("X-Auto-Response-Suppress", "DR, RN, OOF, AutoReply");
                message.setHeader("Auto-Submitted", "auto-replied");
            }
            case NOTICE -> {
                message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
                message.setHeader("Auto-Submitted", "auto-generated");
            }
            case PLAIN -> {}
        }
    }
}
