package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.EntryFiles;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.entry.SearchRows;
import dev.ticketwire.command.entry.ThreadEntries;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.person.PersonName;
import dev.ticketwire.osticket.sql.RowInsert;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The thread entries of new tickets and the files on them. */
final class InitialEntryRows {
    private static final int ORIGINAL_MESSAGE = 1;
    private static final int POSTER_LENGTH = 128;

    private final Connection connection;
    private final OpenTicketRules rules;
    private final String now;
    private final EntryFiles<TicketDraft> files;

    InitialEntryRows(Connection connection, OpenTicketRules rules, String now) {
        this.connection = connection;
        this.rules = rules;
        this.now = now;
        this.files = new EntryFiles<>(rules.reference());
    }

    /** Before anything is locked: this may take long. */
    void writeFiles(List<TicketDraft> drafts) throws SQLException {
        drafts.forEach(draft -> files.add(draft, draft.files, draft.body, draft.request.caller()));
        files.write(connection, now);
    }

    void write(List<TicketDraft> drafts, CannedResponses canned, SearchRows search) throws SQLException {
        writeMessages(drafts, search);
        RowInsert attachments = ThreadEntries.attachments();
        files.attach(attachments, TicketDraft::messageId);
        canned.write(connection, drafts, (draft, body) -> response(draft, body), attachments);
        attachments.execute(connection);
    }

    private void writeMessages(List<TicketDraft> drafts, SearchRows search) throws SQLException {
        RowInsert entries = ThreadEntries.rows();
        List<@Nullable TicketDraft> messages = new ArrayList<>();
        for (TicketDraft draft : drafts) {
            for (String note : draft.fileNotes) {
                entries.add(ThreadEntries.fileNote(draft.threadId(), note, now));
                messages.add(null);
            }
            entries.add(message(draft));
            messages.add(draft);
        }
        int[] ids = entries.returning(connection, "id");
        RowInsert emails = ThreadEntries.emails();
        for (int i = 0; i < ids.length; i++) {
            TicketDraft draft = messages.get(i);
            if (draft != null) {
                draft.messageWritten(ids[i]);
                search.addEntry(ids[i], draft.title, draft.body.searchText());
                MailMetadata mail = draft.request.mail();
                if (mail != null) {
                    ThreadEntries.addMail(emails, ids[i], mail.letter());
                }
            }
        }
        emails.execute(connection);
    }

    private @Nullable Object[] message(TicketDraft draft) {
        Body body = draft.body;
        Recipients recipients = draft.recipients;
        int flags = ORIGINAL_MESSAGE
                | (body.isBalanced() ? ThreadEntries.BALANCED : 0)
                | (recipients == null ? 0 : recipients.flag());
        return new @Nullable Object[] {
            0,
            draft.threadId(),
            0,
            draft.requester.id(),
            "M",
            flags,
            StoredText.cut(PersonName.of(draft.requester.name()).in(rules.nameFormat()), POSTER_LENGTH),
            draft.command.origin().source(),
            draft.title,
            ThreadEntries.column(body),
            body.format().label(),
            draft.command.origin().ip(),
            recipients == null ? null : recipients.json(),
            now
        };
    }

    private @Nullable Object[] response(TicketDraft draft, String body) {
        return new @Nullable Object[] {
            draft.messageId(),
            draft.threadId(),
            0,
            0,
            "R",
            ThreadEntries.BY_SYSTEM | ThreadEntries.BALANCED,
            "SYSTEM (Canned Reply)",
            "",
            null,
            body,
            "html",
            draft.command.origin().ip(),
            null,
            now
        };
    }
}
