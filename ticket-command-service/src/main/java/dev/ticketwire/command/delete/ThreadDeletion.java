package dev.ticketwire.command.delete;

import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/** Deletes threads with their entries. */
final class ThreadDeletion {
    private static final String ENTRIES = "SELECT id FROM {thread_entry} WHERE thread_id IN :keys";
    /** Only files stored in the database: osTicket's own clean-up removes the others. */
    private static final String ORPHANS = "SELECT f.id FROM {file} f LEFT JOIN {attachment} a ON a.file_id = f.id"
            + " WHERE f.ft = 'T' AND f.bk = 'D' AND a.id IS NULL AND f.created < :keys";

    private ThreadDeletion() {}

    static void delete(Connection connection, Collection<Integer> threads, LocalDateTime now) throws SQLException {
        List<Integer> entries = Statements.ids(connection, ENTRIES, threads);
        change(connection, "DELETE FROM {thread} WHERE id IN :keys", threads);
        change(connection, "DELETE FROM {_search} WHERE object_type = 'H' AND object_id IN :keys", entries);
        change(connection, "UPDATE {thread_entry_email} SET headers = NULL WHERE thread_entry_id IN :keys", entries);
        int detached = change(connection, "DELETE FROM {attachment} WHERE type = 'H' AND object_id IN :keys", entries);
        if (detached > 0) {
            purgeOrphans(connection, now);
        }
        change(connection, "DELETE FROM {thread_collaborator} WHERE thread_id IN :keys", threads);
        change(connection, "DELETE FROM {thread_referral} WHERE thread_id IN :keys", threads);
        change(connection, "DELETE FROM {thread_entry} WHERE id IN :keys", entries);
        change(connection, "UPDATE {thread_event} SET thread_id = 0 WHERE thread_id IN :keys", threads);
    }

    /** Deletes, like osTicket, files without references that are older than a day. */
    private static void purgeOrphans(Connection connection, LocalDateTime now) throws SQLException {
        List<Integer> files = Statements.ids(connection, ORPHANS, List.of(DatabaseTime.format(now.minusDays(1))));
        change(connection, "DELETE FROM {file_chunk} WHERE file_id IN :keys", files);
        change(connection, "DELETE FROM {file} WHERE id IN :keys", files);
    }

    private static int change(Connection connection, String sql, Collection<Integer> ids) throws SQLException {
        return Statements.change(connection, sql, ids);
    }
}
