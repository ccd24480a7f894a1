package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.AttachmentRow;
import dev.ticketwire.command.entry.EntryAuthor;
import dev.ticketwire.command.entry.EntryText;
import dev.ticketwire.command.entry.EntryType;
import dev.ticketwire.command.entry.ThreadEntryRow;
import dev.ticketwire.command.entry.ThreadEntryRows;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Prepared answers that filters post to new tickets. */
final class CannedResponses {
    private static final String RESPONSES =
            "SELECT canned_id, response FROM {canned_response} WHERE isenabled = 1 AND canned_id IN :keys";
    private static final String FILES =
            "SELECT object_id, file_id, name, inline FROM {attachment} WHERE type = 'C' AND object_id IN :keys";

    private final Map<Integer, String> responses;
    private final Map<Integer, List<FileLink>> files;

    private record FileLink(int file, @Nullable String name, boolean inline) {}

    private CannedResponses(Map<Integer, String> responses, Map<Integer, List<FileLink>> files) {
        this.responses = responses;
        this.files = files;
    }

    static CannedResponses find(Connection connection, List<TicketDraft> drafts) throws SQLException {
        Set<Integer> ids = new TreeSet<>();
        for (TicketDraft draft : drafts) {
            if (draft.cannedResponse != 0) {
                ids.add(draft.cannedResponse);
            }
        }
        return new CannedResponses(readResponses(connection, ids), readFiles(connection, ids));
    }

    /** The response as stored; null if the ticket gets none. */
    @Nullable
    String of(TicketDraft draft) {
        return draft.cannedResponse == 0 ? null : responses.get(draft.cannedResponse);
    }

    /**
     * Writes the responses as entries of their tickets.
     *
     * @return the links to the responses' files, not written yet
     */
    List<AttachmentRow> write(Connection connection, List<TicketDraft> drafts, String now) throws SQLException {
        ThreadEntryRows<TicketDraft> entries = new ThreadEntryRows<>();
        for (TicketDraft draft : drafts) {
            String response = of(draft);
            if (response != null) {
                entries.add(draft, List.of(), row(draft, CannedResponseText.filledIn(response, draft), now));
            }
        }
        List<AttachmentRow> attachments = new ArrayList<>();
        entries.write(connection, (draft, entry) -> {
            for (FileLink file : files.getOrDefault(draft.cannedResponse, List.of())) {
                attachments.add(new AttachmentRow(entry, file.file, file.name, file.inline));
            }
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

    private static Map<Integer, List<FileLink>> readFiles(Connection connection, Set<Integer> ids) throws SQLException {
        Map<Integer, List<FileLink>> files = new HashMap<>();
        Statements.read(
                connection,
                FILES,
                ids,
                row -> files.computeIfAbsent(row.getInt(1), id -> new ArrayList<>())
                        .add(new FileLink(row.getInt(2), row.getString(3), row.getBoolean(4))));
        return files;
    }
}
