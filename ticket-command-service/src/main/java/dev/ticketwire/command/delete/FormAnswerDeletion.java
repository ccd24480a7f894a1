package dev.ticketwire.command.delete;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Deletes the form answers of tickets. */
final class FormAnswerDeletion {
    private static final String ENTRIES = "SELECT id FROM {form_entry} WHERE object_type = 'T' AND object_id IN :keys";
    /** osTicket attaches the files of a field to a checksum of field and entry. */
    private static final String FILES = "SELECT a.id FROM {form_entry_values} v JOIN {form_field} f"
            + " ON f.id = v.field_id AND f.type = 'files' JOIN {attachment} a"
            + " ON a.type = 'E' AND a.object_id = CRC32(CONCAT('E', v.field_id, v.entry_id)) WHERE v.entry_id IN :keys";

    private FormAnswerDeletion() {}

    static void delete(Connection connection, Collection<Integer> tickets) throws SQLException {
        List<Integer> entries = Statements.ids(connection, ENTRIES, tickets);
        List<Integer> files = Statements.ids(connection, FILES, entries);
        Statements.change(connection, "DELETE FROM {attachment} WHERE id IN :keys", files);
        Statements.change(connection, "DELETE FROM {form_entry_values} WHERE entry_id IN :keys", entries);
        Statements.change(connection, "DELETE FROM {form_entry} WHERE id IN :keys", entries);
    }
}
