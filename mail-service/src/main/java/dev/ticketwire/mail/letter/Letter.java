package dev.ticketwire.mail.letter;

import dev.ticketwire.osticket.mail.MailAddressee;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail with everything that it shows. The same mail always gives the same MIME, byte for byte.
 *
 * @param html null for a mail of plain text alone
 * @param pictures that the HTML shows, in its order
 * @param attached in their order
 */
public record Letter(
        StoredMail mail,
        @Nullable String html,
        String text,
        List<StoredFile> pictures,
        List<StoredFile> attached,
        OffsetDateTime date,
        MailFiles files) {

    /**
     * Writes it into an empty message.
     *
     * @param sender address for {@code Sender}, null for none; its name is that of From
     * @param form of its addresses; those that do not fit are not shown
     */
    public void writeTo(MimeMessage message, @Nullable String sender, AddressForm form) throws MessagingException {
        new LetterHeaders(this, sender, form).writeTo(message);
        new LetterBody(this).writeTo(message);
        message.saveChanges();
    }

    /** Addresses of To or Cc. */
    List<MailAddressee> recipients(String as) {
        return mail.recipients().stream().filter(r -> r.as().equals(as)).toList();
    }
}
