package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.rest.Form;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Entries of one thread with their files, in the order in which they are shown.
 *
 * @param attachments by entry
 */
record Entries(List<Entry> entries, Map<Long, List<EntryAttachment>> attachments) {

    /** All that are not hidden and {@code caller} may see, oldest first. One statement, or two where an entry has files. */
    static Entries ofThread(Connection connection, long thread, Identity caller) throws SQLException {
        List<Entry> entries = Entry.ofThread(connection, thread, caller);
        return new Entries(
                entries,
                entries.stream().anyMatch(Entry::hasAttachments)
                        ? EntryAttachment.ofThread(connection, thread)
                        : Map.of());
    }

    /** Those that still exist, in the order of {@code ids}. No statement without ids, else as {@link #ofThread}. */
    static Entries withIds(Connection connection, List<Long> ids) throws SQLException {
        List<Entry> entries = ids.isEmpty() ? List.of() : Entry.withIds(connection, ids);
        List<Long> withFiles =
                entries.stream().filter(Entry::hasAttachments).map(Entry::id).toList();
        return new Entries(entries, withFiles.isEmpty() ? Map.of() : EntryAttachment.ofEntries(connection, withFiles));
    }

    /** As a list. */
    void write(Form form, TicketNames names) {
        form.list();
        entries.forEach(entry -> entry.write(form, attachments.getOrDefault(entry.id(), List.of()), names));
        form.end();
    }
}
