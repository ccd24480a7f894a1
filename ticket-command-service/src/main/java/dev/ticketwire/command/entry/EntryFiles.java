package dev.ticketwire.command.entry;

import dev.ticketwire.command.sql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The files of a wave's entries: stored together, then attached to the entries once these are written. */
public final class EntryFiles<T> {
    private final List<T> owners = new ArrayList<>();
    private final List<NewFile> files = new ArrayList<>();
    private int[] ids = {};

    public void add(T owner, List<NewFile> sent) {
        for (NewFile file : sent) {
            owners.add(owner);
            files.add(file);
        }
    }

    /** @param now as the database writes times */
    public void write(Connection connection, String now) throws SQLException {
        ids = StoredFiles.write(connection, files, now);
    }

    /**
     * Adds a row for each file.
     *
     * @param attachments {@link ThreadEntries#attachments()}
     * @param entry the id of an owner's entry
     */
    public void attach(RowInsert attachments, ToIntFunction<T> entry) {
        for (int i = 0; i < ids.length; i++) {
            attachments.add(
                    entry.applyAsInt(owners.get(i)), ids[i], null, files.get(i).inline() ? 1 : 0);
        }
    }
}
