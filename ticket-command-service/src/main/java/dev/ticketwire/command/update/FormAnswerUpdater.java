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

/** Changes form answers. A field that the ticket does not have, or that its help topic disables, is ignored. */
final class FormAnswerUpdater {
    private final UpdateRules rules;
    private final LocalDateTime now;

    FormAnswerUpdater(UpdateRules rules, LocalDateTime now) {
        this.rules = rules;
        this.now = now;
    }

    /** Writes no history event: the plugin's contract has none for a new priority. */
    void priority(UpdatePlan plan, TicketPriority priority) {
        for (FormField field : rules.ticketForm().stored()) {
            TicketForms.Field formField =
                    FormRules.isPriority(field) ? plan.forms.field(FormRules.name(field), rules) : null;
            if (formField != null && !Objects.equals(formField.stored().valueId(), priority.id)) {
                String column = Integer.toString(priority.id);
                put(
                        plan,
                        formField,
                        new AnsweredField(formField.field(), priority.description, priority.id, column, ""));
            }
        }
    }

    /** @throws Refused if the answer is not allowed */
    void answer(UpdatePlan plan, String name, @Nullable Object sent) {
        TicketForms.Field formField = plan.forms.field(name, rules);
        if (formField == null || FormRules.isPriority(formField.field()) || isDisabled(plan, formField.field())) {
            return;
        }
        AnsweredField answer = form(formField).answer(formField.field(), sent, errors -> {
            throw Refused.of(ProblemCode.INVALID_ANSWER, String.join(",", errors), name);
        });
        String old = formField.stored().value();
        if (!Objects.equals(old, answer.value())) {
            put(plan, formField, answer);
            plan.record("edited", data(formField.field(), old, answer.value()));
        }
    }

    private FormRules form(TicketForms.Field formField) {
        return Objects.requireNonNull(rules.forms().get(formField.entry().form()));
    }

    private boolean isDisabled(UpdatePlan plan, FormField field) {
        return rules.disabledBy(plan.ticket.topic).contains(field.id);
    }

    private void put(UpdatePlan plan, TicketForms.Field formField, AnsweredField answer) {
        plan.answers.put(formField, answer);
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
