package dev.ticketwire.command.update;

import dev.ticketwire.command.form.Answered;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.ticket.Refused;
import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes what a ticket's forms say. A field the ticket does not have, or its topic switches off, is left alone. */
final class AnswerChange {
    private final UpdateRules rules;
    private final LocalDateTime now;

    AnswerChange(UpdateRules rules, LocalDateTime now) {
        this.rules = rules;
        this.now = now;
    }

    /** The history keeps silent about it: the plugin's contract has no event for a new priority. */
    void priority(Revision revision, TicketPriority priority) {
        for (FormField field : rules.ticketForm().stored()) {
            TicketForms.Place place =
                    FormRules.isPriority(field) ? revision.forms.place(FormRules.name(field), rules) : null;
            if (place != null && !Objects.equals(place.stored().valueId(), priority.id)) {
                String column = Integer.toString(priority.id);
                put(revision, place, new Answered(place.field(), priority.description, priority.id, column, ""));
            }
        }
    }

    /** @throws Refused if the answer is not allowed */
    void answer(Revision revision, String name, @Nullable Object sent) {
        TicketForms.Place place = revision.forms.place(name, rules);
        if (place == null || FormRules.isPriority(place.field()) || isDisabled(revision, place.field())) {
            return;
        }
        Answered answer = form(place).answer(place.field(), sent, errors -> {
            throw new Refused("invalid-answer", 400, String.join(",", errors), name);
        });
        String old = place.stored().value();
        if (!Objects.equals(old, answer.value())) {
            put(revision, place, answer);
            revision.tell("edited", data(place.field(), old, answer.value()));
        }
    }

    private FormRules form(TicketForms.Place place) {
        return Objects.requireNonNull(rules.forms().get(place.entry().form()));
    }

    private boolean isDisabled(Revision revision, FormField field) {
        return rules.disabledBy(revision.ticket.topic).contains(field.id);
    }

    private void put(Revision revision, TicketForms.Place place, Answered answer) {
        revision.answers.put(place, answer);
        revision.ticket.lastUpdate = now;
    }

    private static String data(FormField field, @Nullable String old, @Nullable String changed) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("0", old);
        data.put("1", changed);
        data.put("fields", Map.of(Integer.toString(field.id), Arrays.asList(old, changed)));
        return PhpJson.write(data);
    }
}
