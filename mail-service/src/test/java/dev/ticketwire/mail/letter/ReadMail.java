package dev.ticketwire.mail.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.jspecify.annotations.Nullable;

/** A mail as others read it: Angus, and Apache mime4j, which must agree. */
final class ReadMail {
    private final byte[] bytes;
    private final MimeMessage angus;
    private final Message mime4j;

    ReadMail(byte[] bytes) throws MessagingException, IOException {
        this.bytes = bytes;
        this.angus = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        this.mime4j = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes));
    }

    /** As it is on the wire. */
    String raw() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The header as it is on the wire, unfolded; null if it is absent. */
    @Nullable
    String header(String name) throws MessagingException {
        String value = angus.getHeader(name, "|");
        return value == null ? null : value.replaceAll("\r\n([ \t])", "$1");
    }

    MimeMessage angus() {
        return angus;
    }

    Message mime4j() {
        return mime4j;
    }

    /** Media types in the order of the tree. */
    List<String> types() {
        List<String> types = new ArrayList<>();
        walk(mime4j).forEach(entity -> types.add(entity.getMimeType()));
        return types;
    }

    /** Name, type and disposition of the files. */
    List<String> files() {
        List<String> files = new ArrayList<>();
        walk(mime4j).stream()
                .filter(entity -> entity.getDispositionType() != null)
                .forEach(e -> files.add(e.getFilename() + " " + e.getMimeType() + " " + e.getDispositionType()));
        return files;
    }

    /** Contents of the files. */
    List<byte[]> contents() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (Entity entity : walk(mime4j)) {
            if (entity.getDispositionType() != null) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                if (entity.getBody() instanceof BinaryBody binary) {
                    binary.writeTo(out);
                } else {
                    ((org.apache.james.mime4j.dom.SingleBody) entity.getBody()).writeTo(out);
                }
                contents.add(out.toByteArray());
            }
        }
        return contents;
    }

    /** Names of the files as Angus reads them. */
    List<String> namesByAngus() throws MessagingException, IOException {
        List<String> names = new ArrayList<>();
        names(angus, names);
        return names;
    }

    String text() throws MessagingException, IOException {
        return Objects.requireNonNull(find(angus, "text/plain"));
    }

    String html() throws MessagingException, IOException {
        return Objects.requireNonNull(find(angus, "text/html"));
    }

    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getDisposition() == null) {
            return (String) part.getContent();
        }
        if (part.isMimeType("multipart/*")) {
            Multipart all = (Multipart) part.getContent();
            for (int i = 0; i < all.getCount(); i++) {
                @Nullable String found = find(all.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static void names(Part part, List<String> names) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            Multipart all = (Multipart) part.getContent();
            for (int i = 0; i < all.getCount(); i++) {
                names(all.getBodyPart(i), names);
            }
        } else if (part.getDisposition() != null) {
            names.add(part.getFileName());
        }
    }

    private static List<Entity> walk(Entity entity) {
        List<Entity> all = new ArrayList<>(List.of(entity));
        if (entity.getBody() instanceof org.apache.james.mime4j.dom.Multipart multipart) {
            multipart.getBodyParts().forEach(part -> all.addAll(walk(part)));
        }
        return all;
    }
}
