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

/**
 * Writes changed answers to where osTicket keeps them: the answer itself, the custom data, the words for the search.
 */
final class FormAnswerRows {
    private static final Insert<FormAnswerRow> ANSWER =
            FormAnswerRow.INSERT.updatingDuplicates("value = VALUES(value), value_id = VALUES(value_id)");

    private final Connection connection;
    private final UpdateRules rules;

    FormAnswerRows(Connection connection, UpdateRules rules) {
        this.connection = connection;
        this.rules = rules;
    }

    /** @param value as its column among the custom data holds it */
    private record CustomDataValue(int ticket, String value) {}

    void write(List<UpdatePlan> plans) throws SQLException {
        writeAnswers(plans);
        writeCustomData(plans);
        writeSearch(plans);
    }

    private void writeAnswers(List<UpdatePlan> plans) throws SQLException {
        List<FormAnswerRow> rows = new ArrayList<>();
        for (UpdatePlan plan : plans) {
            plan.answers.forEach(
                    (place, answer) -> rows.add(new FormAnswerRow(place.entry().id(), answer)));
        }
        ANSWER.execute(connection, rows);
    }

    /** One statement for each column that changes. */
    private void writeCustomData(List<UpdatePlan> plans) throws SQLException {
        Map<String, List<CustomDataValue>> byColumn = new LinkedHashMap<>();
        for (UpdatePlan plan : plans) {
            plan.answers.forEach((place, answer) -> {
                String column = FormRules.name(answer.field());
                if (place.entry().form() == rules.ticketForm().id()
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
            if (plan.answers.keySet().stream().anyMatch(place -> !FormRules.isPriority(place.field()))) {
                search.addTicket(plan.ticket.id(), plan.ticket.before.number(), subject(plan), shown(plan));
            }
        }
        search.write(connection);
    }

    private String subject(UpdatePlan plan) {
        TicketForms.Place place = plan.forms.place("subject", rules);
        String subject = place == null ? null : value(plan, place);
        return subject == null ? "" : subject;
    }

    private static @Nullable String value(UpdatePlan plan, TicketForms.Place place) {
        AnsweredField changed = plan.answers.get(place);
        return changed == null ? place.stored().value() : changed.value();
    }

    /** The answers of all forms as they are shown, by the sort of their fields. */
    private List<String> shown(UpdatePlan plan) {
        record Shown(int sort, String text) {}
        List<Shown> shown = new ArrayList<>();
        for (TicketForms.Entry entry : plan.forms.entries()) {
            FormRules form = rules.forms().get(entry.form());
            for (FormField field : form == null ? List.<FormField>of() : form.stored()) {
                TicketForms.Place place = new TicketForms.Place(entry, field);
                shown.add(new Shown(field.sort, form == null ? "" : form.display(field, value(plan, place))));
            }
        }
        if (plan.forms.entries().size() > 1) {
            shown.sort(Comparator.comparingInt(Shown::sort));
        }
        return shown.stream().map(Shown::text).toList();
    }
}
