package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.NewFile;
import dev.ticketwire.command.entry.StoredFiles;
import dev.ticketwire.command.search.SearchRows;
import dev.ticketwire.command.sql.RowInsert;
import dev.ticketwire.osticket.numbering.FileKey;
import dev.ticketwire.osticket.text.Body;
import dev.ticketwire.osticket.text.InlineImage;
import dev.ticketwire.osticket.text.PersonName;
import dev.ticketwire.osticket.text.StoredText;
import dev.ticketwire.osticket.text.TextBody;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The thread entries of new tickets and the files on them. */
final class EntryRows {
    private static final RowInsert ENTRY = new RowInsert(
            "INSERT INTO {thread_entry} (pid, thread_id, staff_id, user_id, type, flags, poster, source, title, body,"
                    + " format, ip_address, recipients, created, updated)",
            "(?,?,0,?,?,?,?,?,?,?,?,?,?,?,'0000-00-00 00:00:00')");
    private static final RowInsert ATTACHMENT =
            new RowInsert("INSERT INTO {attachment} (object_id, type, file_id, name, inline)", "(?,'H',?,?,?)");
    private static final int ORIGINAL_MESSAGE = 1;
    private static final int BALANCED = 0x40;
    private static final int BY_SYSTEM = 0x80;
    private static final int POSTER_LENGTH = 128;

    private final Connection connection;
    private final OpeningRules rules;
    private final String now;
    private final Map<Draft, List<Attached>> attached = new LinkedHashMap<>();

    private record Attached(int file, boolean inline) {}

    EntryRows(Connection connection, OpeningRules rules, String now) {
        this.connection = connection;
        this.rules = rules;
        this.now = now;
    }

    /** Before anything is locked: this may take long. */
    void writeFiles(List<Draft> drafts) throws SQLException {
        List<NewFile> files = new ArrayList<>();
        List<Draft> owners = new ArrayList<>();
        for (Draft draft : drafts) {
            for (NewFile file : filesOf(draft)) {
                files.add(file);
                owners.add(draft);
            }
        }
        int[] ids = StoredFiles.write(connection, files, now);
        for (int i = 0; i < ids.length; i++) {
            attached.computeIfAbsent(owners.get(i), draft -> new ArrayList<>())
                    .add(new Attached(ids[i], files.get(i).inline()));
        }
    }

    private static List<NewFile> filesOf(Draft draft) {
        Body body = draft.body;
        if (draft.files.isEmpty() && body.images().isEmpty() && !body.isStoredAsFile()) {
            return List.of();
        }
        List<NewFile> files = new ArrayList<>(draft.files);
        for (InlineImage image : body.images()) {
            files.add(new NewFile(image.name(), image.type(), image.bytes(), image.file(), true));
        }
        if (body.isStoredAsFile()) {
            byte[] bytes = body.stored().getBytes(StandardCharsets.UTF_8);
            files.add(new NewFile(body.fileName(), "text/html", bytes, FileKey.of(bytes), true));
        }
        return files;
    }

    void write(List<Draft> drafts, CannedResponses canned, SearchRows search) throws SQLException {
        writeMessages(drafts, search);
        RowInsert attachments = ATTACHMENT.fresh();
        attached.forEach((draft, files) ->
                files.forEach(file -> attachments.add(draft.messageId(), file.file(), null, file.inline() ? 1 : 0)));
        canned.write(connection, drafts, (draft, body) -> response(draft, body), attachments);
        attachments.execute(connection);
    }

    private void writeMessages(List<Draft> drafts, SearchRows search) throws SQLException {
        RowInsert entries = ENTRY.fresh();
        List<@Nullable Draft> messages = new ArrayList<>();
        for (Draft draft : drafts) {
            for (String note : draft.fileNotes) {
                entries.add(fileNote(draft, note));
                messages.add(null);
            }
            entries.add(message(draft));
            messages.add(draft);
        }
        int[] ids = entries.returning(connection, "id");
        for (int i = 0; i < ids.length; i++) {
            Draft draft = messages.get(i);
            if (draft != null) {
                draft.messageWritten(ids[i]);
                search.addEntry(ids[i], draft.title, draft.body.searchText());
            }
        }
    }

    private @Nullable Object[] message(Draft draft) {
        Body body = draft.body;
        Recipients recipients = draft.recipients;
        int flags =
                ORIGINAL_MESSAGE | (body.isBalanced() ? BALANCED : 0) | (recipients == null ? 0 : recipients.flag());
        return new @Nullable Object[] {
            0,
            draft.threadId(),
            draft.requester.id(),
            "M",
            flags,
            StoredText.cut(PersonName.of(draft.requester.name()).in(rules.nameFormat()), POSTER_LENGTH),
            draft.command.source(),
            draft.title,
            body.isStoredAsFile() ? "" : body.stored(),
            body.format().label(),
            draft.command.ip(),
            recipients == null ? null : recipients.json(),
            now
        };
    }

    private @Nullable Object[] fileNote(Draft draft, String text) {
        return new @Nullable Object[] {
            0,
            draft.threadId(),
            0,
            "N",
            BY_SYSTEM,
            "SYSTEM",
            "",
            "File Import Error",
            TextBody.clean(StoredText.storable(text)),
            "text",
            "",
            null,
            now
        };
    }

    private @Nullable Object[] response(Draft draft, String body) {
        return new @Nullable Object[] {
            draft.messageId(),
            draft.threadId(),
            0,
            "R",
            BY_SYSTEM | BALANCED,
            "SYSTEM (Canned Reply)",
            "",
            null,
            body,
            "html",
            draft.command.ip(),
            null,
            now
        };
    }

    static RowInsert entries() {
        return ENTRY.fresh();
    }
}
