package dev.ticketwire.mail.letter;

import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.mail.MailType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Mails, and letters of them, without a database. */
public final class TestLetters {
    public static final StoredMail MAIL = new StoredMail(
            7,
            1,
            "100001",
            MailType.TICKET_ALERT,
            1,
            "Support",
            "support@example.com",
            List.of(MailAddressee.to("Bob Builder", "bob@example.com")),
            List.of(),
            "New ticket",
            "<p>Hello Bob</p>",
            null,
            "<Babcdef-rand1-AAAA-support@example.com>",
            null,
            List.of(),
            List.of(),
            LocalDateTime.of(2025, 6, 4, 10, 15),
            null);

    private TestLetters() {}

    /** Letters whose mails find these files; the database's clock is in Berlin. */
    public static Letters with(MemoryFiles files) {
        return new Letters(files, new DatabaseClock(() -> ZoneId.of("Europe/Berlin")));
    }

    public static StoredMail html(String html) {
        return new Draft().html(html).mail();
    }

    /** The bytes that are sent. */
    static byte[] bytes(StoredMail mail, MemoryFiles files) throws Exception {
        return bytes(with(files).of(mail), null, AddressForm.ASCII);
    }

    static byte[] bytes(Letter letter, @Nullable String sender, AddressForm form) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", String.valueOf(form == AddressForm.UTF8));
        MimeMessage message = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() {}
        };
        letter.writeTo(message, sender, form);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }

    /** {@link #MAIL} with other values. */
    public static final class Draft {
        private MailType type = MAIL.type();
        private int mailbox = MAIL.mailbox();
        private String fromName = MAIL.fromName();
        private String fromAddress = MAIL.fromAddress();
        private List<MailAddressee> recipients = MAIL.recipients();
        private List<String> done = List.of();
        private String subject = MAIL.subject();
        private @Nullable String html = MAIL.html();
        private @Nullable String text;
        private String messageId = MAIL.messageId();
        private @Nullable String inReplyTo;
        private List<String> references = List.of();
        private List<MailFile> files = List.of();

        public Draft type(MailType type) {
            this.type = type;
            return this;
        }

        public Draft from(int mailbox, String name, String address) {
            this.mailbox = mailbox;
            this.fromName = name;
            this.fromAddress = address;
            return this;
        }

        public Draft to(MailAddressee... recipients) {
            this.recipients = List.of(recipients);
            return this;
        }

        public Draft done(String... addresses) {
            this.done = List.of(addresses);
            return this;
        }

        public Draft subject(String subject) {
            this.subject = subject;
            return this;
        }

        public Draft html(String html) {
            this.html = html;
            return this;
        }

        public Draft text(String text) {
            this.html = null;
            this.text = text;
            return this;
        }

        public Draft messageId(String messageId) {
            this.messageId = messageId;
            return this;
        }

        public Draft answers(String inReplyTo, String... references) {
            this.inReplyTo = inReplyTo;
            this.references = List.of(references);
            return this;
        }

        public Draft files(MailFile... files) {
            this.files = List.of(files);
            return this;
        }

        public StoredMail mail() {
            return new StoredMail(
                    MAIL.id(),
                    MAIL.ticket(),
                    MAIL.number(),
                    type,
                    mailbox,
                    fromName,
                    fromAddress,
                    recipients,
                    done,
                    subject,
                    html,
                    text,
                    messageId,
                    inReplyTo,
                    references,
                    files,
                    MAIL.created(),
                    null);
        }
    }
}
