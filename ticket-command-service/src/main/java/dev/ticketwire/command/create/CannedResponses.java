package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.AttachmentRow;
import dev.ticketwire.command.entry.EntryAuthor;
import dev.ticketwire.command.entry.EntryText;
import dev.ticketwire.command.entry.EntryType;
import dev.ticketwire.command.entry.ThreadEntryRow;
import dev.ticketwire.command.entry.ThreadEntryRows;
import dev.ticketwire.command.notice.facts.Occasion.FileLink;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The canned responses that ticket filters post to new tickets. */
final class CannedResponses {
    private static final String RESPONSES =
            "SELECT canned_id, response FROM {canned_response} WHERE isenabled = 1 AND canned_id IN :keys";
    private static final String FILES = "SELECT a.object_id, a.file_id, a.name, a.inline, f.name"
            + " FROM {attachment} a LEFT JOIN {file} f ON f.id = a.file_id"
            + " WHERE a.type = 'C' AND a.object_id IN :keys ORDER BY a.id";

    private final Map<Integer, String> responses;
    private final Map<Integer, List<CannedFile>> files;

    /** @param name null if the file is called {@code fileName} here too */
    private record CannedFile(
            int file,
            @Nullable String name,
            boolean inline,
            @Nullable String fileName) {
        FileLink link() {
            return new FileLink(
                    file, Objects.requireNonNullElse(name, Objects.requireNonNullElse(fileName, "")), inline);
        }
    }

    private CannedResponses(Map<Integer, String> responses, Map<Integer, List<CannedFile>> files) {
        this.responses = responses;
        this.files = files;
    }

    static CannedResponses find(Connection connection, List<TicketDraft> drafts) throws SQLException {
        Set<Integer> ids = new TreeSet<>();
        for (TicketDraft draft : drafts) {
            if (draft.cannedResponse() != 0) {
                ids.add(draft.cannedResponse());
            }
        }
        return new CannedResponses(readResponses(connection, ids), readFiles(connection, ids));
    }

    boolean isEmpty() {
        return responses.isEmpty();
    }

    /** The response as stored; null if the ticket gets none. */
    @Nullable
    String of(TicketDraft draft) {
        return draft.cannedResponse() == 0 ? null : responses.get(draft.cannedResponse());
    }

    /**
     * Writes the responses as entries of their tickets.
     *
     * @return the links to the responses' files, not written yet
     */
    List<AttachmentRow> write(Connection connection, List<TicketDraft> drafts, CannedResponseText text, String now)
            throws SQLException {
        ThreadEntryRows<TicketDraft> entries = new ThreadEntryRows<>();
        for (TicketDraft draft : drafts) {
            String response = of(draft);
            if (response != null) {
                entries.add(draft, List.of(), row(draft, text.filledIn(response, draft), now));
            }
        }
        List<AttachmentRow> attachments = new ArrayList<>();
        entries.write(connection, (draft, entry) -> {
            List<CannedFile> links = files.getOrDefault(draft.cannedResponse(), List.of());
            links.forEach(file -> attachments.add(new AttachmentRow(entry, file.file, file.name, file.inline)));
            draft.cannedWritten(entry, links.stream().map(CannedFile::link).toList());
        });
        return attachments;
    }

    private static ThreadEntryRow row(TicketDraft draft, String body, String now) {
        return new ThreadEntryRow(
                draft.threadId(),
                draft.messageId(),
                EntryType.RESPONSE,
                ThreadEntryRow.BY_SYSTEM | ThreadEntryRow.BALANCED,
                EntryAuthor.named("SYSTEM (Canned Reply)"),
                "",
                new EntryText(null, body, "html"),
                draft.command.origin().ip(),
                null,
                now);
    }

    private static Map<Integer, String> readResponses(Connection connection, Set<Integer> ids) throws SQLException {
        Map<Integer, String> responses = new HashMap<>();
        Statements.read(connection, RESPONSES, ids, row -> responses.put(row.getInt(1), row.getString(2)));
        return responses;
    }

    private static Map<Integer, List<CannedFile>> readFiles(Connection connection, Set<Integer> ids)
            throws SQLException {
        Map<Integer, List<CannedFile>> files = new HashMap<>();
        Statements.read(
                connection,
                FILES,
                ids,
                row -> files.computeIfAbsent(row.getInt(1), id -> new ArrayList<>())
                        .add(new CannedFile(row.getInt(2), row.getString(3), row.getBoolean(4), row.getString(5))));
        return files;
    }
}
