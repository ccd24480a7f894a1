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

/** Writes what was said in a wave, and what became of its tickets. */
public final class NewEntryRows {
    private static final String HEARD = "UPDATE {thread} SET lastmessage = ? WHERE id IN :keys";
    private static final String RESPONDED = "UPDATE {thread} SET lastresponse = ? WHERE id IN :keys";

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

    /** Writes them in this order; each knows its entry afterwards. */
    public void write(List<NewEntry> posts) throws SQLException {
        write(posts, Set.of());
    }

    /** @param others on which nothing is said, but of which something becomes */
    public void write(List<NewEntry> posts, Set<Conversation> others) throws SQLException {
        EntryFiles<NewEntry> files = new EntryFiles<>(reference);
        for (NewEntry post : posts) {
            EntryContent content = post.content;
            files.add(post, content.attachments().files(), content.body(), content.caller());
        }
        files.write(connection, now);
        writeEntries(posts);
        AttachmentRow.INSERT.execute(connection, files.attachments(NewEntry::entry));
        writeAround(posts);
        Set<Conversation> conversations = new LinkedHashSet<>(others);
        posts.forEach(post -> conversations.add(post.conversation));
        writeJoined(conversations);
        touch(HEARD, conversations, conversation -> conversation.heard);
        touch(RESPONDED, conversations, conversation -> conversation.responded);
        changes.write(conversations);
    }

    private void writeEntries(List<NewEntry> posts) throws SQLException {
        ThreadEntryRows<NewEntry> entries = new ThreadEntryRows<>();
        for (NewEntry post : posts) {
            entries.add(post, post.content.attachments().notes(), post.row(now));
        }
        entries.write(connection, NewEntry::written);
    }

    /** What the search and the next mail find an entry by. */
    private void writeAround(List<NewEntry> posts) throws SQLException {
        List<EntryMailRow> mails = new ArrayList<>();
        List<MergedEntryRow> merged = new ArrayList<>();
        SearchRows search = new SearchRows();
        for (NewEntry post : posts) {
            if (post.mergedThread() != 0) {
                merged.add(new MergedEntryRow(post.entry(), post.mergedThread()));
            }
            EntryMail letter = post.content.letter();
            if (letter != null) {
                mails.add(new EntryMailRow(post.entry(), letter));
            }
            if (post.author.isKnown()) {
                search.addEntry(post.entry(), post.title(), post.content.body().searchText());
            }
        }
        EntryMailRow.INSERT.execute(connection, mails);
        MERGED.execute(connection, merged);
        search.write(connection);
    }

    private void writeJoined(Set<Conversation> conversations) throws SQLException {
        CollaboratorRows rows = new CollaboratorRows(now);
        for (Conversation conversation : conversations) {
            for (NewCollaborator one : conversation.joined) {
                rows.add(conversation.thread, one.user().id(), one.active());
            }
        }
        rows.write(connection);
    }

    private void touch(String sql, Set<Conversation> conversations, Predicate<Conversation> touched)
            throws SQLException {
        List<Integer> threads = conversations.stream()
                .filter(touched)
                .map(conversation -> conversation.thread)
                .toList();
        Statements.change(connection, sql, threads, now);
    }
}
