package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.AttachmentRow;
import dev.ticketwire.command.entry.EntryAuthor;
import dev.ticketwire.command.entry.EntryFiles;
import dev.ticketwire.command.entry.EntryMailRow;
import dev.ticketwire.command.entry.EntryText;
import dev.ticketwire.command.entry.EntryType;
import dev.ticketwire.command.entry.SearchRows;
import dev.ticketwire.command.entry.ThreadEntryRow;
import dev.ticketwire.command.entry.ThreadEntryRows;
import dev.ticketwire.command.notice.Notices;
import dev.ticketwire.osticket.person.PersonName;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The thread entries of new tickets and the files on them. */
final class InitialEntryRows {
    private final Connection connection;
    private final OpenTicketRules rules;
    private final Notices notices;
    private final LocalDateTime opened;
    private final String now;
    private final EntryFiles<TicketDraft> files;

    /** @param notices knows how to fill in canned responses */
    InitialEntryRows(Connection connection, OpenTicketRules rules, Notices notices, LocalDateTime opened) {
        this.connection = connection;
        this.rules = rules;
        this.notices = notices;
        this.opened = opened;
        this.now = DatabaseTime.format(opened);
        this.files = new EntryFiles<>(rules.reference());
    }

    /** Must be called before any row is locked, because it may take long. */
    void writeFiles(List<TicketDraft> drafts) throws SQLException {
        for (TicketDraft draft : drafts) {
            DraftMessage message = draft.message;
            files.add(draft, message.attachments().files(), message.body(), draft.request.caller());
        }
        files.write(connection, now);
    }

    void write(List<TicketDraft> drafts, CannedResponses canned, SearchRows search) throws SQLException {
        writeMessages(drafts);
        writeMails(drafts);
        for (TicketDraft draft : drafts) {
            DraftMessage message = draft.message;
            search.addEntry(draft.messageId(), message.title(), message.body().searchText());
        }
        List<AttachmentRow> attachments = files.attachments(TicketDraft::messageId);
        if (!canned.isEmpty()) {
            attachments.addAll(canned.write(connection, drafts, cannedText(), now));
        }
        AttachmentRow.INSERT.execute(connection, attachments);
    }

    private CannedResponseText cannedText() throws SQLException {
        return new CannedResponseText(
                notices.composer(connection, rules.reference(), opened), opened, rules.databaseZone());
    }

    private void writeMessages(List<TicketDraft> drafts) throws SQLException {
        ThreadEntryRows<TicketDraft> entries = new ThreadEntryRows<>();
        for (TicketDraft draft : drafts) {
            entries.add(draft, draft.message.attachments().notes(), message(draft));
        }
        entries.write(connection, TicketDraft::messageWritten);
    }

    private void writeMails(List<TicketDraft> drafts) throws SQLException {
        List<EntryMailRow> mails = new ArrayList<>();
        for (TicketDraft draft : drafts) {
            MailMetadata mail = draft.request.mail();
            if (mail != null) {
                mails.add(new EntryMailRow(draft.messageId(), mail.letter()));
            }
        }
        EntryMailRow.INSERT.execute(connection, mails);
    }

    private ThreadEntryRow message(TicketDraft draft) {
        String poster = PersonName.of(draft.requester.name()).in(rules.nameFormat());
        return new ThreadEntryRow(
                draft.threadId(),
                0,
                EntryType.MESSAGE,
                ThreadEntryRow.ORIGINAL_MESSAGE | ThreadEntryRow.flag(draft.message.body()),
                EntryAuthor.user(draft.requester.id(), poster),
                draft.command.origin().source(),
                EntryText.of(draft.message.title(), draft.message.body()),
                draft.command.origin().ip(),
                draft.recipients,
                now);
    }
}
