package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.Attachment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the files of a mail, in its order, those in {@code winmail.dat} too. */
final class MailAttachments {
    /** In characters, of a name that is made from a subject. */
    private static final int LONGEST_NAME = 100;

    private final long headerBytes;
    private final List<Attachment> files = new ArrayList<>();
    private final Set<String> returned = new LinkedHashSet<>();
    private @Nullable Winmail winmail;
    private int unnamed;

    /** @param headerBytes see {@link PartLimits} */
    MailAttachments(long headerBytes) {
        this.headerBytes = headerBytes;
    }

    List<Attachment> files() {
        return files;
    }

    /** Message ids of the attached mails, each followed by the ids that it refers to. */
    Set<String> returned() {
        return returned;
    }

    /** The first container; null if there is none. */
    @Nullable
    Winmail winmail() {
        return winmail;
    }

    /** Adds the part as a file, or the files in it if it is a {@code winmail.dat}. */
    void add(MailPart part) {
        byte[] bytes = part.bytes();
        Winmail opened = Winmail.mayBe(part.type(), part.name(), bytes) ? Winmail.open(bytes) : null;
        if (opened == null) {
            addFile(part, bytes);
        } else {
            files.addAll(opened.files());
            winmail = winmail == null ? opened : winmail;
        }
    }

    /** Adds the part as a file; nothing if it has neither bytes nor a name. */
    void addFile(MailPart part, byte[] bytes) {
        MailPart mail = part.isMail() ? MailPart.mail(ByteSlice.of(bytes), headerBytes) : null;
        if (mail != null) {
            MessageIds.addReturned(mail.headers(), returned);
        }
        if (bytes.length == 0 && part.name().isEmpty()) {
            return;
        }
        String subject = mail == null ? "" : mail.headers().text("Subject");
        String name = part.name().isEmpty() ? generatedName(part, subject) : part.name();
        String problem = bytes.length == 0 ? "Unable to save attachment" : null;
        files.add(new Attachment(name, part.type(), bytes, problem, part.contentId()));
    }

    /** Adds the message ids of a mail that was returned without its text. */
    void addReturnedHeaders(MailPart part) {
        byte[] block = part.bytes();
        if (block.length <= headerBytes) {
            MessageIds.addReturned(MailHeaders.parse(ByteSlice.of(block)), returned);
        }
    }

    /** @param subject of the mail that the part is; empty if unknown */
    private String generatedName(MailPart part, String subject) {
        if (part.isMail()) {
            String words = subject.replaceAll("[/\\\\]", "_").strip();
            int end = Math.min(LONGEST_NAME, words.codePointCount(0, words.length()));
            return (words.isEmpty() ? "message" : words.substring(0, words.offsetByCodePoints(0, end))) + ".eml";
        }
        String subtype = part.type().substring(part.type().indexOf('/') + 1);
        unnamed++;
        return "attachment-" + unnamed + '.' + (subtype.equals("calendar") ? "ics" : subtype);
    }
}
