package dev.ticketwire.command.form;

import dev.ticketwire.osticket.sql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The form entries of a wave and their answers. */
public final class FormEntryRows {
    private static final RowInsert ENTRY = new RowInsert(
            "INSERT INTO {form_entry} (form_id, object_id, object_type, sort, extra, created, updated)",
            "(?,?,?,?,?,?,?)");
    private static final RowInsert VALUE =
            new RowInsert("INSERT INTO {form_entry_values} (entry_id, field_id, value, value_id)", "(?,?,?,?)");

    private final RowInsert entries = ENTRY.fresh();
    private final List<List<AnsweredField>> answers = new ArrayList<>();
    private final String now;

    /** @param now as the database writes times */
    public FormEntryRows(String now) {
        this.now = now;
    }

    /**
     * @param objectType {@code T} ticket, {@code U} user, {@code O} organisation
     */
    public void add(FormEntry entry, String objectType, int objectId) {
        entries.add(entry.form(), objectId, objectType, entry.sort(), entry.extra(), now, now);
        answers.add(entry.answers());
    }

    public void write(Connection connection) throws SQLException {
        int[] ids = entries.returning(connection, "id");
        RowInsert values = VALUE.fresh();
        for (int i = 0; i < ids.length; i++) {
            for (AnsweredField answer : answers.get(i)) {
                values.add(ids[i], answer.field().id, answer.value(), answer.valueId());
            }
        }
        values.execute(connection);
    }
}
