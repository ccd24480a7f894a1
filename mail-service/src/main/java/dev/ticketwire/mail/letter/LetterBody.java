package dev.ticketwire.mail.letter;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.util.Locale;

/**
 * The parts of a letter: text and HTML as alternatives; these with pictures are related; with attached files all are
 * mixed, and the pictures directly in the mixed part, as osTicket 1.18 has it.
 */
final class LetterBody {
    private final Letter letter;
    private final Boundaries boundaries;

    LetterBody(Letter letter) {
        this.letter = letter;
        this.boundaries = new Boundaries(letter.mail().messageId());
    }

    void writeTo(MimeMessage message) throws MessagingException {
        if (letter.attached().isEmpty() && letter.pictures().isEmpty()) {
            words(message);
            return;
        }
        FixedMultipart all = new FixedMultipart(letter.attached().isEmpty() ? "related" : "mixed", boundaries.next());
        MimeBodyPart words = new MimeBodyPart();
        words(words);
        all.addBodyPart(words);
        for (StoredFile picture : letter.pictures()) {
            MimeBodyPart part = file(picture, Part.INLINE);
            part.setHeader("Content-ID", "<" + picture.contentId() + ">");
            all.addBodyPart(part);
        }
        for (StoredFile file : letter.attached()) {
            all.addBodyPart(file(file, Part.ATTACHMENT));
        }
        content(message, all.startingWith(words));
    }

    private void words(MimePart part) throws MessagingException {
        if (letter.html() == null) {
            text(part, letter.text(), "plain");
            return;
        }
        FixedMultipart both = new FixedMultipart("alternative", boundaries.next());
        MimeBodyPart text = new MimeBodyPart();
        text(text, letter.text(), "plain");
        both.addBodyPart(text);
        MimeBodyPart html = new MimeBodyPart();
        text(html, letter.html(), "html");
        both.addBodyPart(html);
        content(part, both);
    }

    private static void text(MimePart part, String text, String subtype) throws MessagingException {
        part.setDataHandler(new DataHandler(new TextSource(text, "text/" + subtype + "; charset=UTF-8")));
    }

    private static void content(MimePart part, Multipart content) throws MessagingException {
        part.setContent(content);
        part.setHeader("Content-Type", content.getContentType());
    }

    private MimeBodyPart file(StoredFile file, String disposition) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        String type = MediaTypes.usable(file.type());
        part.setDataHandler(new DataHandler(new FileSource(file, type, letter.files())));
        FileName.writeTo(part, file.name(), type, disposition.toLowerCase(Locale.ROOT));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
