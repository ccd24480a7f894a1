package dev.ticketwire.command.update;

import dev.ticketwire.command.entry.AttachmentRow;
import dev.ticketwire.command.entry.EntryAuthor;
import dev.ticketwire.command.entry.EntryFiles;
import dev.ticketwire.command.entry.EntryText;
import dev.ticketwire.command.entry.EntryType;
import dev.ticketwire.command.entry.ThreadEntryRow;
import dev.ticketwire.command.entry.ThreadEntryRows;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes internal notes and their files. They change neither the ticket's row nor its events. */
final class NoteRows {
    private NoteRows() {}

    static void write(Connection connection, Reference reference, List<UpdatePlan> plans, String now)
            throws SQLException {
        EntryFiles<UpdatePlan> files = new EntryFiles<>(reference);
        ThreadEntryRows<UpdatePlan> entries = new ThreadEntryRows<>();
        for (UpdatePlan plan : plans) {
            InternalNote note = plan.note;
            if (note != null) {
                files.add(plan, note.attachments().files(), note.body(), note.caller());
                entries.add(plan, note.attachments().notes(), row(plan.thread, note, now));
            }
        }
        files.write(connection, now);
        entries.write(connection, (plan, id) -> plan.noteId = id);
        AttachmentRow.INSERT.execute(connection, files.attachments(plan -> plan.noteId));
    }

    private static ThreadEntryRow row(int thread, InternalNote note, String now) {
        return new ThreadEntryRow(
                thread,
                0,
                EntryType.NOTE,
                ThreadEntryRow.BY_SYSTEM | ThreadEntryRow.flag(note.body()),
                EntryAuthor.named("API"),
                "",
                EntryText.of(note.title(), note.body()),
                note.ip(),
                null,
                now);
    }
}
