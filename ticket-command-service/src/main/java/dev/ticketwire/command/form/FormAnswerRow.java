package dev.ticketwire.command.form;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.osticket.sql.Insert;

/**
 * A row of osTicket's table {@code form_entry_values}.
 *
 * @param entry id of the form entry
 */
public record FormAnswerRow(int entry, AnsweredField answer) {
    public static final Insert<FormAnswerRow> INSERT = Insert.into(
            "{form_entry_values}",
            column("entry_id", FormAnswerRow::entry),
            column("field_id", row -> row.answer.field().id),
            column("value", row -> row.answer.value()),
            column("value_id", row -> row.answer.valueId()));
}
