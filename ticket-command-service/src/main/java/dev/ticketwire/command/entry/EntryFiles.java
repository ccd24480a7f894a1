package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.format.FileKey;
import dev.ticketwire.osticket.html.InlineImage;
import dev.ticketwire.osticket.reference.Reference;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The files of a wave's entries. They are stored together and attached after the entries are written, with the help
 * desk's own files that the entries show.
 */
public final class EntryFiles<T> {
    private final List<T> owners = new ArrayList<>();
    private final List<NewFile> files = new ArrayList<>();
    private final List<Showing<T>> showings = new ArrayList<>();
    private final StoredPictures pictures;
    private int[] ids = {};

    /**
     * A file that was sent with an entry.
     *
     * @param id of its row
     * @param name as the entry calls it
     */
    public record SentFile(int id, String name) {}

    private record Showing<T>(T owner, ApiCaller caller, Body body) {}

    public EntryFiles(Reference reference) {
        this.pictures = new StoredPictures(reference);
    }

    /**
     * Adds the files sent with an entry, and stored files that its body shows.
     *
     * @param caller the API key that sent it; null for a mail, which can only show its own files
     */
    public void add(T owner, List<NewFile> sent, Body body, @Nullable ApiCaller caller) {
        for (NewFile file : files(sent, body)) {
            owners.add(owner);
            files.add(file);
        }
        if (caller != null && !body.shown().isEmpty()) {
            showings.add(new Showing<>(owner, caller, body));
            pictures.want(caller, body.shown());
        }
    }

    /** @param now as the database writes times */
    public void write(Connection connection, String now) throws SQLException {
        pictures.find(connection);
        ids = StoredFiles.write(connection, files, now);
    }

    /**
     * A row for each file.
     *
     * @param entry the id of an owner's entry
     */
    public List<AttachmentRow> attachments(ToIntFunction<T> entry) {
        List<AttachmentRow> rows = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            NewFile file = files.get(i);
            rows.add(new AttachmentRow(entry.applyAsInt(owners.get(i)), ids[i], file.attachedAs(), file.inline()));
        }
        for (Showing<T> showing : showings) {
            for (int file : pictures.of(showing.caller, showing.body.shown())) {
                rows.add(new AttachmentRow(entry.applyAsInt(showing.owner), file, null, true));
            }
        }
        return rows;
    }

    /** The files that are sent with each entry, without those that its body shows. */
    public Map<T, List<SentFile>> sent() {
        Map<T, List<SentFile>> sent = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            NewFile file = files.get(i);
            if (!file.inline()) {
                String name = Objects.requireNonNullElse(file.attachedAs(), file.name());
                sent.computeIfAbsent(owners.get(i), owner -> new ArrayList<>()).add(new SentFile(ids[i], name));
            }
        }
        return sent;
    }

    /** The files that an entry needs: those sent with it, the pictures in its body, and a long body itself. */
    private static List<NewFile> files(List<NewFile> sent, Body body) {
        if (body.images().isEmpty() && !body.isStoredAsFile()) {
            return sent;
        }
        List<NewFile> files = new ArrayList<>(sent);
        for (InlineImage image : body.images()) {
            files.add(NewFile.ofBody(image.name(), image.type(), image.bytes(), image.file()));
        }
        if (body.isStoredAsFile()) {
            byte[] bytes = body.stored().getBytes(StandardCharsets.UTF_8);
            files.add(NewFile.ofBody(body.fileName(), "text/html", bytes, FileKey.of(bytes)));
        }
        return files;
    }
}
