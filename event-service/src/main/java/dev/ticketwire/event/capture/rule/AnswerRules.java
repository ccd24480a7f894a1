package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.ChangedMember;
import dev.ticketwire.contract.event.FieldValue;
import dev.ticketwire.contract.event.FieldValues;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.event.capture.row.AnswerRow;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.osticket.schema.FormField;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The answers of the fields of a ticket's forms. No answer and an empty one are the same. */
final class AnswerRules {
    private final Surroundings names;

    AnswerRules(Surroundings names) {
        this.names = names;
    }

    List<Fact> of(Step step) {
        AnswerRow before = step.before(AnswerRow.class);
        AnswerRow after = step.after(AnswerRow.class);
        long field = ((AnswerRow) step.row()).field();
        if (field == names.form().priorityField()) {
            return priority(before == null ? 0 : before.valueId(), after == null ? 0 : after.valueId());
        }
        String old = value(field, before);
        String now = value(field, after);
        if (Objects.equals(old, now)) {
            return List.of();
        }
        return field == names.form().subjectField()
                ? List.of(Fact.changed(TicketEventType.SUBJECT_CHANGED, ChangedMember.SUBJECT, old, now))
                : List.of(Fact.changed(
                        TicketEventType.FIELD_CHANGED, ChangedMember.FIELD, answer(field, old), answer(field, now)));
    }

    private List<Fact> priority(long before, long after) {
        return before == after
                ? List.of()
                : List.of(Fact.changed(
                        TicketEventType.PRIORITY_CHANGED,
                        ChangedMember.PRIORITY,
                        names.priority(before),
                        names.priority(after)));
    }

    /** The answers of a new ticket's own fields, besides subject and priority. */
    FieldValues own(Collection<Step> creation) {
        Map<Long, FieldValue> answers = new TreeMap<>();
        for (Step step : creation) {
            AnswerRow answer = step.after(AnswerRow.class);
            if (answer != null && isOwn(answer.field())) {
                String value = value(answer.field(), answer);
                if (value == null) {
                    answers.remove(answer.field());
                } else {
                    answers.put(answer.field(), answer(answer.field(), value));
                }
            }
        }
        return new FieldValues(List.copyOf(answers.values()));
    }

    private boolean isOwn(long field) {
        return field != names.form().priorityField() && field != names.form().subjectField();
    }

    private @Nullable String value(long id, @Nullable AnswerRow answer) {
        FormField field = field(id);
        if (answer == null || answer.value() == null) {
            return null;
        }
        return field == null ? answer.value() : AnswerText.of(field, answer.value());
    }

    private FieldValue answer(long id, @Nullable String value) {
        FormField field = field(id);
        return field == null
                ? new FieldValue(id, null, null, value)
                : new FieldValue(id, field.answerName(), field.label, value);
    }

    private @Nullable FormField field(long id) {
        for (List<FormField> fields : names.reference().formFields().values()) {
            for (FormField field : fields) {
                if (field.id == id) {
                    return field;
                }
            }
        }
        return null;
    }
}
