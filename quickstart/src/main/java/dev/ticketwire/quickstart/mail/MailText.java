package dev.ticketwire.quickstart.mail;

import dev.ticketwire.quickstart.watch.TerminalText;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mail as a person reads it on a terminal: who, what about, the text, the files. */
public final class MailText {
    private static final List<String> SHOWN =
            List.of("Date", "From", "Sender", "To", "Cc", "Subject", "Auto-Submitted");

    private MailText() {}

    /** @param mail as received */
    public static String of(byte[] mail) throws IOException {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(mail));
            StringBuilder text = new StringBuilder();
            for (String header : SHOWN) {
                String value = message.getHeader(header, ", ");
                if (value != null) {
                    text.append("%-15s %s%n".formatted(header, decoded(value)));
                }
            }
            List<String> files = new ArrayList<>();
            String body = body(message, files);
            text.append('\n')
                    .append(body == null ? "(no text)" : harmlessLines(body.strip()))
                    .append('\n');
            files.forEach(
                    file -> text.append("[").append(TerminalText.harmless(file)).append("]\n"));
            return text.toString();
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String decoded(String value) throws IOException {
        return TerminalText.harmless(MimeUtility.decodeText(MimeUtility.unfold(value)));
    }

    private static String harmlessLines(String text) {
        return text.lines().map(TerminalText::harmless).collect(Collectors.joining("\n"));
    }

    /** The first plain text; names of files are added to {@code files}. */
    private static @Nullable String body(Part part, List<String> files) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            String first = null;
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String found = body(child, files);
                first = first == null ? found : first;
            }
            return first;
        }
        if (part instanceof Message || part.getFileName() == null) {
            return part.isMimeType("text/plain") ? String.valueOf(part.getContent()) : null;
        }
        files.add(part.getFileName());
        return null;
    }
}
