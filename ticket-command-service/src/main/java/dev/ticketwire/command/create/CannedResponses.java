package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.ThreadEntries;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.osticket.sql.RowInsert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Prepared answers that filters post to new tickets. */
final class CannedResponses {
    private static final String RESPONSES = TablePrefix.named(
            "SELECT canned_id, response FROM {canned_response} WHERE isenabled = 1 AND canned_id IN ");
    private static final String FILES = TablePrefix.named(
            "SELECT object_id, file_id, name, inline FROM {attachment} WHERE type = 'C' AND object_id IN ");

    private final Map<Integer, String> responses;
    private final Map<Integer, List<FileLink>> files;

    private record FileLink(int file, @Nullable String name, int inline) {}

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
        Map<Integer, String> responses = new HashMap<>();
        Map<Integer, List<FileLink>> files = new HashMap<>();
        if (!ids.isEmpty()) {
            readResponses(connection, ids, responses);
            readFiles(connection, ids, files);
        }
        return new CannedResponses(responses, files);
    }

    /** The response as stored; null if the ticket gets none. */
    @Nullable
    String of(TicketDraft draft) {
        return draft.cannedResponse == 0 ? null : responses.get(draft.cannedResponse);
    }

    /**
     * @param row the entry of a response, from its body
     * @param attachments receives the links to the response's files
     */
    void write(
            Connection connection,
            List<TicketDraft> drafts,
            BiFunction<TicketDraft, String, @Nullable Object[]> row,
            RowInsert attachments)
            throws SQLException {
        RowInsert entries = ThreadEntries.rows();
        List<TicketDraft> answered = new ArrayList<>();
        for (TicketDraft draft : drafts) {
            String response = of(draft);
            if (response != null) {
                entries.add(row.apply(draft, CannedResponseText.filledIn(response, draft)));
                answered.add(draft);
            }
        }
        int[] ids = entries.returning(connection, "id");
        for (int i = 0; i < ids.length; i++) {
            for (FileLink file : files.getOrDefault(answered.get(i).cannedResponse, List.of())) {
                attachments.add(ids[i], file.file, file.name, file.inline);
            }
        }
    }

    private static void readResponses(Connection connection, Set<Integer> ids, Map<Integer, String> responses)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RESPONSES + Placeholders.in(ids.size()))) {
            Placeholders.bind(statement, 1, ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    responses.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
    }

    private static void readFiles(Connection connection, Set<Integer> ids, Map<Integer, List<FileLink>> files)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FILES + Placeholders.in(ids.size()))) {
            Placeholders.bind(statement, 1, ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    files.computeIfAbsent(rows.getInt(1), id -> new ArrayList<>())
                            .add(new FileLink(rows.getInt(2), rows.getString(3), rows.getInt(4)));
                }
            }
        }
    }
}
