package dev.ticketwire.command.reply;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.command.change.TicketChangeRows;
import dev.ticketwire.command.collaborator.CollaboratorRows;
import dev.ticketwire.command.collaborator.NewCollaborator;
import dev.ticketwire.command.entry.AttachmentRow;
import dev.ticketwire.command.entry.EntryFiles;
import dev.ticketwire.command.entry.EntryMail;
import dev.ticketwire.command.entry.EntryMailRow;
import dev.ticketwire.command.entry.SearchRows;
import dev.ticketwire.command.entry.ThreadEntryRows;
import dev.ticketwire.command.notice.facts.Occasion.FileLink;
import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Writes the new entries of a wave and the changes of their tickets. */
public final class NewEntryRows {
    private static final String SET_LAST_MESSAGE = "UPDATE {thread} SET lastmessage = ? WHERE id IN :keys";
    private static final String SET_LAST_RESPONSE = "UPDATE {thread} SET lastresponse = ? WHERE id IN :keys";

    private static final Insert<MergedEntryRow> MERGED = Insert.into(
            "{thread_entry_merge}",
            column("thread_entry_id", MergedEntryRow::entry),
            column("data", row -> PhpJson.write(Map.of("thread", row.thread))));

    private final Connection connection;
    private final Reference reference;
    private final TicketChangeRows changes;
    private final String now;

    /** @param thread the thread that the entry was meant for; it was merged into another one */
    private record MergedEntryRow(int entry, int thread) {}

    public NewEntryRows(Connection connection, Reference reference, LocalDateTime now) {
        this.connection = connection;
        this.reference = reference;
        this.changes = new TicketChangeRows(connection, reference, now);
        this.now = DatabaseTime.format(now);
    }

    /** Writes the entries in this order; each knows its row id afterwards. */
    public void write(List<NewEntry> entries) throws SQLException {
        write(entries, Set.of());
    }

    /** @param others conversations without new entries whose tickets change */
    public void write(List<NewEntry> entries, Set<Conversation> others) throws SQLException {
        EntryFiles<NewEntry> files = new EntryFiles<>(reference);
        for (NewEntry entry : entries) {
            EntryContent content = entry.content;
            files.add(entry, content.attachments().files(), content.body(), content.caller());
        }
        files.write(connection, now);
        writeEntries(entries);
        AttachmentRow.INSERT.execute(connection, files.attachments(NewEntry::entry));
        files.sent()
                .forEach((entry, sent) -> entry.filesWritten(sent.stream()
                        .map(file -> new FileLink(file.id(), file.name(), false))
                        .toList()));
        writeRelatedRows(entries);
        Set<Conversation> conversations = new LinkedHashSet<>(others);
        entries.forEach(entry -> conversations.add(entry.conversation));
        writeCollaborators(conversations);
        setTime(SET_LAST_MESSAGE, conversations, conversation -> conversation.customerWrote);
        setTime(SET_LAST_RESPONSE, conversations, conversation -> conversation.agentResponded);
        changes.write(conversations);
    }

    private void writeEntries(List<NewEntry> entries) throws SQLException {
        ThreadEntryRows<NewEntry> rows = new ThreadEntryRows<>();
        for (NewEntry entry : entries) {
            rows.add(entry, entry.content.attachments().notes(), entry.row(now));
        }
        rows.write(connection, NewEntry::written);
    }

    /** The rows by which the search and later mails find an entry. */
    private void writeRelatedRows(List<NewEntry> entries) throws SQLException {
        List<EntryMailRow> mails = new ArrayList<>();
        List<MergedEntryRow> merged = new ArrayList<>();
        SearchRows search = new SearchRows();
        for (NewEntry entry : entries) {
            if (entry.mergedThread() != 0) {
                merged.add(new MergedEntryRow(entry.entry(), entry.mergedThread()));
            }
            EntryMail mail = entry.content.mail();
            if (mail != null) {
                mails.add(new EntryMailRow(entry.entry(), mail));
            }
            if (entry.author.isKnown()) {
                search.addEntry(
                        entry.entry(), entry.title(), entry.content.body().searchText());
            }
        }
        EntryMailRow.INSERT.execute(connection, mails);
        MERGED.execute(connection, merged);
        search.write(connection);
    }

    private void writeCollaborators(Set<Conversation> conversations) throws SQLException {
        CollaboratorRows rows = new CollaboratorRows(now);
        for (Conversation conversation : conversations) {
            for (NewCollaborator one : conversation.newCollaborators) {
                rows.add(conversation.thread, one.user().id(), one.active());
            }
        }
        rows.write(connection);
    }

    private void setTime(String sql, Set<Conversation> conversations, Predicate<Conversation> touched)
            throws SQLException {
        List<Integer> threads = conversations.stream()
                .filter(touched)
                .map(conversation -> conversation.thread)
                .toList();
        Statements.change(connection, sql, threads, now);
    }
}
