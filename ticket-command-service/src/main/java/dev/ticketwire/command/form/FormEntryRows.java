package dev.ticketwire.command.form;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.osticket.sql.Insert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The form entries of a wave and their answers. */
public final class FormEntryRows {
    private static final Insert<FormEntryRow> ENTRY = Insert.into(
            "{form_entry}",
            column("form_id", row -> row.entry.form()),
            column("object_id", FormEntryRow::objectId),
            column("object_type", FormEntryRow::objectType),
            column("sort", row -> row.entry.sort()),
            column("extra", row -> row.entry.extra()),
            column("created", FormEntryRow::created),
            column("updated", FormEntryRow::created));

    private final List<FormEntryRow> entries = new ArrayList<>();
    private final String now;

    private record FormEntryRow(FormEntry entry, String objectType, int objectId, String created) {}

    /** @param now as the database writes times */
    public FormEntryRows(String now) {
        this.now = now;
    }

    /**
     * @param objectType {@code T} ticket, {@code U} user, {@code O} organisation
     */
    public void add(FormEntry entry, String objectType, int objectId) {
        entries.add(new FormEntryRow(entry, objectType, objectId, now));
    }

    public void write(Connection connection) throws SQLException {
        int[] ids = ENTRY.returning(connection, "id", entries);
        List<FormAnswerRow> answers = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            for (AnsweredField answer : entries.get(i).entry.answers()) {
                answers.add(new FormAnswerRow(ids[i], answer));
            }
        }
        FormAnswerRow.INSERT.execute(connection, answers);
    }
}
