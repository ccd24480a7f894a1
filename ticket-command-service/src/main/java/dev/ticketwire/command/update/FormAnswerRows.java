package dev.ticketwire.command.update;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.command.entry.SearchRows;
import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.form.CustomDataRows;
import dev.ticketwire.command.form.FormAnswerRow;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.sql.Insert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes changed form answers: the answers, the custom data and the search index. */
final class FormAnswerRows {
    private static final Insert<FormAnswerRow> ANSWER =
            FormAnswerRow.INSERT.updatingDuplicates("value = VALUES(value), value_id = VALUES(value_id)");

    private final Connection connection;
    private final UpdateRules rules;

    FormAnswerRows(Connection connection, UpdateRules rules) {
        this.connection = connection;
        this.rules = rules;
    }

    /** @param value as stored in the custom-data column */
    private record CustomDataValue(int ticket, String value) {}

    void write(List<UpdatePlan> plans) throws SQLException {
        writeAnswers(plans);
        writeCustomData(plans);
        writeSearch(plans);
    }

    private void writeAnswers(List<UpdatePlan> plans) throws SQLException {
        List<FormAnswerRow> rows = new ArrayList<>();
        for (UpdatePlan plan : plans) {
            plan.answers.forEach((formField, answer) ->
                    rows.add(new FormAnswerRow(formField.entry().id(), answer)));
        }
        ANSWER.execute(connection, rows);
    }

    /** One statement for each column that changes. */
    private void writeCustomData(List<UpdatePlan> plans) throws SQLException {
        Map<String, List<CustomDataValue>> byColumn = new LinkedHashMap<>();
        for (UpdatePlan plan : plans) {
            plan.answers.forEach((formField, answer) -> {
                String column = FormRules.name(answer.field());
                if (formField.entry().form() == rules.ticketForm().id()
                        && rules.reference().ticketColumns().contains(column)) {
                    byColumn.computeIfAbsent(column, name -> new ArrayList<>())
                            .add(new CustomDataValue(plan.ticket.id(), answer.column()));
                }
            });
        }
        for (Map.Entry<String, List<CustomDataValue>> column : byColumn.entrySet()) {
            insertInto(CustomDataRows.quoted(column.getKey())).execute(connection, column.getValue());
        }
    }

    private static Insert<CustomDataValue> insertInto(String column) {
        return Insert.<CustomDataValue>into(
                        "{ticket__cdata}",
                        column("ticket_id", CustomDataValue::ticket),
                        column(column, CustomDataValue::value))
                .updatingDuplicates(column + " = VALUES(" + column + ")");
    }

    private void writeSearch(List<UpdatePlan> plans) throws SQLException {
        SearchRows search = new SearchRows();
        for (UpdatePlan plan : plans) {
            if (plan.answers.keySet().stream().anyMatch(formField -> !FormRules.isPriority(formField.field()))) {
                search.addTicket(plan.ticket.id(), plan.ticket.before.number(), subject(plan), shown(plan));
            }
        }
        search.write(connection);
    }

    private String subject(UpdatePlan plan) {
        TicketForms.Field formField = plan.forms.field("subject", rules);
        String subject = formField == null ? null : value(plan, formField);
        return subject == null ? "" : subject;
    }

    private static @Nullable String value(UpdatePlan plan, TicketForms.Field formField) {
        AnsweredField changed = plan.answers.get(formField);
        return changed == null ? formField.stored().value() : changed.value();
    }

    /** The displayed answers of all forms, in the {@code sort} order of their fields. */
    private List<String> shown(UpdatePlan plan) {
        record Shown(int sort, String text) {}
        List<Shown> shown = new ArrayList<>();
        for (TicketForms.Entry entry : plan.forms.entries()) {
            FormRules form = rules.forms().get(entry.form());
            for (FormField field : form == null ? List.<FormField>of() : form.stored()) {
                TicketForms.Field formField = new TicketForms.Field(entry, field);
                shown.add(new Shown(field.sort, form == null ? "" : form.display(field, value(plan, formField))));
            }
        }
        if (plan.forms.entries().size() > 1) {
            shown.sort(Comparator.comparingInt(Shown::sort));
        }
        return shown.stream().map(Shown::text).toList();
    }
}
