package dev.ticketwire.command.entry;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.osticket.numbering.FileKey;
import dev.ticketwire.osticket.text.StoredText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The files of a request, sorted into those to store and those the ticket gets a note about.
 *
 * @param notes texts of the notes, in the order of the files
 */
public record Attachments(List<NewFile> files, List<String> notes) {
    private static final int NAME_LENGTH = 255;

    public static Attachments of(List<Attachment> sent, AttachmentLimits limits) {
        if (sent.isEmpty()) {
            return new Attachments(List.of(), List.of());
        }
        List<NewFile> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Attachment file : sent) {
            String problem = file.problem() == null ? limits.objection(file, files.size()) : file.problem();
            if (problem == null) {
                files.add(stored(file));
            } else {
                notes.add(file.name().isEmpty() ? problem : file.name() + ": " + problem);
            }
        }
        return new Attachments(files, notes);
    }

    private static NewFile stored(Attachment file) {
        String type = file.type();
        return new NewFile(
                StoredText.cut(StoredText.storable(file.name()), NAME_LENGTH),
                type == null || type.isBlank() ? sniffed(file) : type.strip().toLowerCase(Locale.ROOT),
                file.data(),
                FileKey.of(file.data()),
                false);
    }

    private static String sniffed(Attachment file) {
        try {
            String byContent = URLConnection.guessContentTypeFromStream(new ByteArrayInputStream(file.data()));
            String byName = URLConnection.guessContentTypeFromName(file.name());
            return Objects.requireNonNullElse(
                    byContent, Objects.requireNonNullElse(byName, "application/octet-stream"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
