package dev.ticketwire.command.update;

import dev.ticketwire.command.entry.SearchRows;
import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.sql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes changed answers to where osTicket keeps them: the answer itself, the custom data, the words for the search. */
final class FormAnswerRows {
    private static final RowInsert ANSWER = new RowInsert(
            "INSERT INTO {form_entry_values} (entry_id, field_id, value, value_id)",
            "(?,?,?,?)",
            "ON DUPLICATE KEY UPDATE value = VALUES(value), value_id = VALUES(value_id)");

    private final Connection connection;
    private final UpdateRules rules;

    FormAnswerRows(Connection connection, UpdateRules rules) {
        this.connection = connection;
        this.rules = rules;
    }

    void write(List<UpdatePlan> plans) throws SQLException {
        RowInsert answers = ANSWER.fresh();
        Map<String, RowInsert> columns = new LinkedHashMap<>();
        SearchRows search = new SearchRows();
        for (UpdatePlan plan : plans) {
            plan.answers.forEach((place, answer) -> {
                answers.add(place.entry().id(), place.field().id, answer.value(), answer.valueId());
                String column = FormRules.name(answer.field());
                if (place.entry().form() == rules.ticketForm().id()
                        && rules.reference().ticketColumns().contains(column)) {
                    columns.computeIfAbsent(column, FormAnswerRows::ofColumn).add(plan.ticket.id(), answer.column());
                }
            });
            if (plan.answers.keySet().stream().anyMatch(place -> !FormRules.isPriority(place.field()))) {
                search.addTicket(plan.ticket.id(), plan.ticket.before.number(), subject(plan), shown(plan));
            }
        }
        answers.execute(connection);
        for (RowInsert rows : columns.values()) {
            rows.execute(connection);
        }
        search.write(connection);
    }

    private static RowInsert ofColumn(String name) {
        String column = '`' + name.replace("`", "``") + '`';
        return new RowInsert(
                "INSERT INTO {ticket__cdata} (ticket_id, " + column + ")",
                "(?,?)",
                "ON DUPLICATE KEY UPDATE " + column + " = VALUES(" + column + ")");
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
