package dev.ticketwire.mail.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.HeaderTokenizer;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;

/**
 * The name of a file in a part's headers: in {@code Content-Disposition} by RFC 2231, in {@code Content-Type} as old
 * mail programs read it, by RFC 2047.
 */
final class FileName {
    private static final String UNNAMED = "file";

    private FileName() {}

    static void writeTo(MimeBodyPart part, String stored, String type, String disposition) throws MessagingException {
        String name = HeaderText.oneLine(stored).strip();
        String shown = name.isEmpty() ? UNNAMED : name;
        ParameterList parameters = new ParameterList();
        parameters.set("filename", shown, "UTF-8");
        part.setHeader("Content-Disposition", new ContentDisposition(disposition, parameters).toString());
        String quoted = MimeUtility.quote(HeaderText.encoded(shown), HeaderTokenizer.MIME);
        part.setHeader("Content-Type", HeaderText.fold("Content-Type", type + "; name=" + quoted));
    }
}
