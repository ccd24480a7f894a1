package dev.ticketwire.command.update;

import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
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
final class FormAnswerUpdater {
    private final UpdateRules rules;
    private final LocalDateTime now;

    FormAnswerUpdater(UpdateRules rules, LocalDateTime now) {
        this.rules = rules;
        this.now = now;
    }

    /** The history keeps silent about it: the plugin's contract has no event for a new priority. */
    void priority(UpdatePlan plan, TicketPriority priority) {
        for (FormField field : rules.ticketForm().stored()) {
            TicketForms.Place place =
                    FormRules.isPriority(field) ? plan.forms.place(FormRules.name(field), rules) : null;
            if (place != null && !Objects.equals(place.stored().valueId(), priority.id)) {
                String column = Integer.toString(priority.id);
                put(plan, place, new AnsweredField(place.field(), priority.description, priority.id, column, ""));
            }
        }
    }

    /** @throws Refused if the answer is not allowed */
    void answer(UpdatePlan plan, String name, @Nullable Object sent) {
        TicketForms.Place place = plan.forms.place(name, rules);
        if (place == null || FormRules.isPriority(place.field()) || isDisabled(plan, place.field())) {
            return;
        }
        AnsweredField answer = form(place).answer(place.field(), sent, errors -> {
            throw Refused.of(ProblemCode.INVALID_ANSWER, String.join(",", errors), name);
        });
        String old = place.stored().value();
        if (!Objects.equals(old, answer.value())) {
            put(plan, place, answer);
            plan.record("edited", data(place.field(), old, answer.value()));
        }
    }

    private FormRules form(TicketForms.Place place) {
        return Objects.requireNonNull(rules.forms().get(place.entry().form()));
    }

    private boolean isDisabled(UpdatePlan plan, FormField field) {
        return rules.disabledBy(plan.ticket.topic).contains(field.id);
    }

    private void put(UpdatePlan plan, TicketForms.Place place, AnsweredField answer) {
        plan.answers.put(place, answer);
        plan.ticket.lastUpdate = now;
    }

    private static String data(FormField field, @Nullable String old, @Nullable String changed) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("0", old);
        data.put("1", changed);
        data.put("fields", Map.of(Integer.toString(field.id), Arrays.asList(old, changed)));
        return PhpJson.write(data);
    }
}
