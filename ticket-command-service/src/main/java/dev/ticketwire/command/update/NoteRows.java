package dev.ticketwire.command.update;

import dev.ticketwire.command.entry.EntryFiles;
import dev.ticketwire.command.entry.ThreadEntries;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.RowInsert;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Internal notes and the files on them. They leave the ticket's row and history as they are. */
final class NoteRows {
    private static final int ADDRESS_LENGTH = 64;

    private NoteRows() {}

    static void write(Connection connection, Reference reference, List<UpdatePlan> plans, String now)
            throws SQLException {
        EntryFiles<UpdatePlan> files = new EntryFiles<>(reference);
        RowInsert entries = ThreadEntries.rows();
        List<@Nullable UpdatePlan> owners = new ArrayList<>();
        for (UpdatePlan plan : plans) {
            InternalNote note = plan.note;
            if (note != null) {
                files.add(plan, note.attachments().files(), note.body(), note.caller());
                for (String problem : note.attachments().notes()) {
                    entries.add(ThreadEntries.fileNote(plan.thread, problem, now));
                    owners.add(null);
                }
                entries.add(row(plan, note, now));
                owners.add(plan);
            }
        }
        files.write(connection, now);
        int[] ids = entries.returning(connection, "id");
        Map<UpdatePlan, Integer> notes = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            UpdatePlan owner = owners.get(i);
            if (owner != null) {
                notes.put(owner, ids[i]);
            }
        }
        RowInsert attachments = ThreadEntries.attachments();
        files.attach(attachments, owner -> notes.getOrDefault(owner, 0));
        attachments.execute(connection);
    }

    private static @Nullable Object[] row(UpdatePlan plan, InternalNote note, String now) {
        Body body = note.body();
        return new @Nullable Object[] {
            0,
            plan.thread,
            0,
            0,
            "N",
            ThreadEntries.BY_SYSTEM | (body.isBalanced() ? ThreadEntries.BALANCED : 0),
            "API",
            "",
            note.title(),
            ThreadEntries.column(body),
            body.format().label(),
            StoredText.cut(note.ip(), ADDRESS_LENGTH),
            null,
            now
        };
    }
}
