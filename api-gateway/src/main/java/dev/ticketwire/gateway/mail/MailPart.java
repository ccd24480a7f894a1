package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.body.Files;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of a mail. Headers that cannot be read count as absent.
 *
 * @param type media type in lower case; {@code text/plain} if none is given
 * @param charset as given, null if none
 * @param name of the file, decoded and cleaned; empty if it has none
 * @param attached whether the sender wants it beside the text, not in it
 * @param contentId without its angle brackets; empty if it has none
 */
record MailPart(
        MimeBodyPart part, String type, @Nullable String charset, String name, boolean attached, String contentId) {
    private static final String TEXT = "text/plain";

    static MailPart of(MimeBodyPart part) {
        String sent = header(part, "Content-Type");
        String disposition = header(part, "Content-Disposition");
        String type = type(sent);
        String name = parameter(disposition, "filename");
        if (name.isEmpty()) {
            name = parameter(sent, "name");
        }
        String charset = parameter(sent, "charset");
        return new MailPart(
                part,
                type,
                charset.isEmpty() ? null : charset,
                Files.cleaned(Decoding.header(name)),
                disposition.strip().toLowerCase(Locale.ROOT).startsWith("attachment"),
                header(part, "Content-ID").strip().replaceAll("^<|>$", ""));
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    /** Whether it is to be read, not to be saved. */
    boolean isText() {
        return type.startsWith("text/") && !attached && name.isEmpty();
    }

    String text() {
        return Decoding.text(bytes(), charset).replace("\r\n", "\n").replace("\0", "");
    }

    byte[] bytes() {
        return Decoding.bytes(raw(), header(part, "Content-Transfer-Encoding"));
    }

    /** Empty if nothing in it tells one part from the next. */
    List<MailPart> children() {
        List<MailPart> children = new ArrayList<>();
        try {
            MimeMultipart multipart = new MimeMultipart(new ByteArrayDataSource(raw(), header(part, "Content-Type")));
            for (int i = 0; i < multipart.getCount(); i++) {
                if (multipart.getBodyPart(i) instanceof MimeBodyPart child) {
                    children.add(of(child));
                }
            }
        } catch (MessagingException | RuntimeException e) {
            // Its bytes are read as text then.
        }
        return children;
    }

    private byte[] raw() {
        try (var in = part.getRawInputStream()) {
            return in.readAllBytes();
        } catch (MessagingException | IOException | RuntimeException e) {
            return new byte[0];
        }
    }

    private static String header(MimeBodyPart part, String name) {
        try {
            String value = part.getHeader(name, null);
            return value == null ? "" : value;
        } catch (MessagingException | RuntimeException e) {
            return "";
        }
    }

    private static String type(String sent) {
        try {
            return sent.isBlank() ? TEXT : new ContentType(sent).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException | RuntimeException e) {
            String type = sent.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
            return type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? type : TEXT;
        }
    }

    /** Of a header's value, RFC 2231 decoded; empty if there is no such parameter, or none can be read. */
    private static String parameter(String value, String name) {
        int semicolon = value.indexOf(';');
        if (semicolon < 0) {
            return "";
        }
        try {
            String found = new ParameterList(value.substring(semicolon)).get(name);
            return found == null ? "" : found;
        } catch (ParseException | RuntimeException e) {
            return loosely(value, name);
        }
    }

    private static String loosely(String value, String name) {
        int at = value.toLowerCase(Locale.ROOT).indexOf(name + "=");
        if (at < 0) {
            return "";
        }
        String rest = value.substring(at + name.length() + 1).strip();
        return rest.startsWith("\"") ? rest.substring(1).split("\"", 2)[0] : rest.split(";", 2)[0].strip();
    }
}
