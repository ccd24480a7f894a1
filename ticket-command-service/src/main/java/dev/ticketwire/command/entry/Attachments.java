package dev.ticketwire.command.entry;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.format.FileKey;
import dev.ticketwire.osticket.html.Pictures;
import dev.ticketwire.osticket.text.StoredText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of a request or mail: those to store, and notes about those that cannot be stored.
 *
 * @param files in the order they came in
 * @param notes texts of the notes, in the order of the files
 */
public record Attachments(List<NewFile> files, List<String> notes) {
    private static final int NAME_LENGTH = 255;
    /** osTicket's text for a file without content, and the gateway's for one that it cannot read; the name follows. */
    private static final String UNUSABLE = "Unable to save attachment";

    public static Attachments of(List<Attachment> sent, AttachmentLimits limits) {
        if (sent.isEmpty()) {
            return new Attachments(List.of(), List.of());
        }
        List<NewFile> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Attachment file : sent) {
            String problem = file.problem();
            if (problem == null) {
                problem = file.data().length == 0 ? UNUSABLE : limits.objection(file);
            }
            if (problem == null) {
                files.add(stored(file));
            } else {
                notes.add(note(file.name(), problem));
            }
        }
        return new Attachments(files, notes);
    }

    /** The files that an HTML body may show. */
    public Pictures pictures() {
        return files.stream().allMatch(file -> file.contentId() == null) ? Pictures.NONE : new MailPictures(files);
    }

    /**
     * The same with the files that {@code body} shows marked inline. Pictures with the same content become one file,
     * attached under the name of the last, as in osTicket 1.18.
     */
    public Attachments shownIn(Body body) {
        if (body.shown().isEmpty() || files.isEmpty()) {
            return this;
        }
        Map<String, Integer> places = new HashMap<>();
        List<NewFile> all = new ArrayList<>();
        for (NewFile file : files) {
            Integer same = file.contentId() == null ? null : places.get(file.content());
            if (same != null) {
                all.set(same, all.get(same).attachedAs(file.name()));
            } else if (body.shown().contains(file.key().key())) {
                places.put(file.content(), all.size());
                all.add(file.shown());
            } else {
                all.add(file);
            }
        }
        return new Attachments(all, notes);
    }

    /** @param keys of pictures to leave out, with all pictures of the same content */
    public Attachments without(Set<String> keys) {
        Set<String> contents = files.stream()
                .filter(file -> keys.contains(file.key().key()))
                .map(NewFile::content)
                .collect(Collectors.toSet());
        return contents.isEmpty()
                ? this
                : new Attachments(
                        files.stream()
                                .filter(file -> file.contentId() == null || !contents.contains(file.content()))
                                .toList(),
                        notes);
    }

    private static String note(String name, String problem) {
        if (problem.startsWith(UNUSABLE)) {
            return (UNUSABLE + " - " + name).strip();
        }
        return name.isEmpty() ? problem : name + ": " + problem;
    }

    private static NewFile stored(Attachment file) {
        String type = file.type();
        return new NewFile(
                StoredText.cut(StoredText.storable(file.name()), NAME_LENGTH),
                type == null || type.isBlank() ? sniffed(file) : type.strip().toLowerCase(Locale.ROOT),
                file.data(),
                FileKey.of(file.data()),
                false,
                file.contentId(),
                null);
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
