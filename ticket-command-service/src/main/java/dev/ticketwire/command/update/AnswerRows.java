package dev.ticketwire.command.update;

import dev.ticketwire.command.form.Answered;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.search.SearchRows;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes changed answers to where osTicket keeps them: the answer itself, the custom data, the words for the search. */
final class AnswerRows {
    private static final String ANSWER =
            TablePrefix.named("INSERT INTO {form_entry_values} (entry_id, field_id, value, value_id) VALUES (?,?,?,?)"
                    + " ON DUPLICATE KEY UPDATE value = VALUES(value), value_id = VALUES(value_id)");

    private final Connection connection;
    private final UpdateRules rules;

    AnswerRows(Connection connection, UpdateRules rules) {
        this.connection = connection;
        this.rules = rules;
    }

    void write(List<Revision> revisions) throws SQLException {
        SearchRows search = new SearchRows();
        for (Revision revision : revisions) {
            for (Map.Entry<TicketForms.Place, Answered> change : revision.answers.entrySet()) {
                writeAnswer(change.getKey(), change.getValue());
                if (change.getKey().entry().form() == rules.ticketForm().id()) {
                    writeColumn(revision.ticket.id(), change.getValue());
                }
            }
            if (revision.answers.keySet().stream().anyMatch(place -> !FormRules.isPriority(place.field()))) {
                search.addTicket(
                        revision.ticket.id(), revision.ticket.before.number(), subject(revision), shown(revision));
            }
        }
        search.write(connection);
    }

    private void writeAnswer(TicketForms.Place place, Answered answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANSWER)) {
            statement.setInt(1, place.entry().id());
            statement.setInt(2, place.field().id);
            statement.setString(3, answer.value());
            statement.setObject(4, answer.valueId());
            statement.executeUpdate();
        }
    }

    private void writeColumn(int ticket, Answered answer) throws SQLException {
        String name = FormRules.name(answer.field());
        if (!rules.reference().ticketColumns().contains(name)) {
            return;
        }
        String column = '`' + name.replace("`", "``") + '`';
        String sql = TablePrefix.named("INSERT INTO {ticket__cdata} (ticket_id, ") + column + ") VALUES (?,?)"
                + " ON DUPLICATE KEY UPDATE " + column + " = VALUES(" + column + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, ticket);
            statement.setString(2, answer.column());
            statement.executeUpdate();
        }
    }

    private String subject(Revision revision) {
        TicketForms.Place place = revision.forms.place("subject", rules);
        String subject = place == null ? null : value(revision, place);
        return subject == null ? "" : subject;
    }

    private static @Nullable String value(Revision revision, TicketForms.Place place) {
        Answered changed = revision.answers.get(place);
        return changed == null ? place.stored().value() : changed.value();
    }

    /** The answers of all forms as they are shown, by the sort of their fields. */
    private List<String> shown(Revision revision) {
        record Shown(int sort, String text) {}
        List<Shown> shown = new ArrayList<>();
        for (TicketForms.Entry entry : revision.forms.entries()) {
            FormRules form = rules.forms().get(entry.form());
            for (FormField field : form == null ? List.<FormField>of() : form.stored()) {
                TicketForms.Place place = new TicketForms.Place(entry, field);
                shown.add(new Shown(field.sort, form == null ? "" : form.display(field, value(revision, place))));
            }
        }
        if (revision.forms.entries().size() > 1) {
            shown.sort(Comparator.comparingInt(Shown::sort));
        }
        return shown.stream().map(Shown::text).toList();
    }
}
