package dev.ticketwire.command.entry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the thread entries of a wave in one statement. Notes about files that could not be stored precede the entry
 * that the files were sent with.
 *
 * @param <T> what an entry belongs to, e.g. a ticket draft
 */
public final class ThreadEntryRows<T> {
    private final List<ThreadEntryRow> rows = new ArrayList<>();
    /** One for each row; null for a note about a file. */
    private final List<@Nullable T> owners = new ArrayList<>();

    /** @param fileNotes texts of the notes about the entry's files */
    public void add(T owner, List<String> fileNotes, ThreadEntryRow row) {
        for (String note : fileNotes) {
            rows.add(ThreadEntryRow.fileNote(row.thread(), note, row.created()));
            owners.add(null);
        }
        rows.add(row);
        owners.add(owner);
    }

    /** @param inserted is given each owner with the id of its entry, in the order in which they were added */
    public void write(Connection connection, ObjIntConsumer<T> inserted) throws SQLException {
        int[] ids = ThreadEntryRow.INSERT.returning(connection, "id", rows);
        for (int i = 0; i < ids.length; i++) {
            T owner = owners.get(i);
            if (owner != null) {
                inserted.accept(owner, ids[i]);
            }
        }
    }
}
