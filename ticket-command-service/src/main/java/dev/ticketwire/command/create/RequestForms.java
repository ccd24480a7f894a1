package dev.ticketwire.command.create;

import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.form.FormEntry;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.form.TopicForms;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.form.FieldAnswer;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one request to the forms of its ticket and its requester. A mail answers only the subject, and is
 * never refused for an answer.
 */
final class RequestForms {
    static final String SUBJECT = "subject";

    final ValidationErrors ticketErrors = new ValidationErrors();
    final ValidationErrors topicErrors = new ValidationErrors();
    /** Fields that the help topic disables. */
    final Set<Integer> disabled = new HashSet<>();
    /** The ticket form first, then those of the help topic. */
    final List<FormEntry> entries = new ArrayList<>();

    private final OpenTicketRules rules;
    private final OpenTicket command;
    private final boolean mailed;
    private ValidationErrors userErrors = new ValidationErrors();

    RequestForms(TicketRequest request, OpenTicketRules rules) {
        this.rules = rules;
        this.command = request.command();
        this.mailed = request.mail() != null;
    }

    /** Answers the forms of a ticket under {@code topic}, null for none. */
    void answer(@Nullable HelpTopic topic) {
        List<TopicForms.Attached> attached =
                topic == null ? List.of() : rules.formsOf(topic).forms();
        int ticketForm = rules.ticketForm().id();
        TopicForms.Attached own = null;
        for (TopicForms.Attached form : attached) {
            disabled.addAll(form.disabled());
            own = form.form().id() == ticketForm ? form : own;
        }
        answerTicketForm(own == null ? 1 : own.sort(), own == null ? null : own.extra());
        for (TopicForms.Attached form : attached) {
            if (form != own) {
                List<AnsweredField> answers =
                        form.form().answers(this::sent, disabled, command.strict(), topicErrors::add);
                entries.add(new FormEntry(form.form().id(), form.sort(), form.extra(), answers));
            }
        }
    }

    /** Answers only the ticket form, to collect its errors: the request is refused already. */
    void answerTicketForm() {
        answerTicketForm(1, null);
    }

    private void answerTicketForm(int sort, @Nullable String extra) {
        FormRules form = rules.ticketForm();
        FormField message = form.messageField();
        List<AnsweredField> answers = form.answers(this::sent, disabled, command.strict(), (field, reasons) -> {
            if (!mailed) {
                ticketErrors.add(field, reasons);
            }
        });
        if (!mailed
                && message != null
                && message.isRequiredOfClients()
                && !disabled.contains(message.id)
                && isEmptyMessage()) {
            ticketErrors.add(message, List.of(message.label + " is a required field"));
        }
        ticketErrors.sortLike(form.fields());
        entries.add(new FormEntry(form.id(), sort, extra, answers));
    }

    private boolean isEmptyMessage() {
        String message = Objects.requireNonNullElse(command.content().message(), "");
        return message.isEmpty() || message.equals("0") || !mailed && Body.isBlankMessage(message);
    }

    /** @return whether the answers are valid */
    boolean answerUserForm(List<AnsweredField> answers) {
        userErrors = new ValidationErrors();
        answers.addAll(rules.userForm().answers(this::sent, Set.of(), command.strict(), userErrors::add));
        return mailed || userErrors.isEmpty();
    }

    /** The member because of which the requester cannot be stored. */
    String invalidUserMember() {
        String fault = userErrors.field();
        return fault == null ? "name" : fault;
    }

    /** Fills in answers after routing: the priority, and a missing subject by the name of the help topic. */
    void complete(EffectiveRouting routing) {
        FormEntry form = entries.getFirst();
        TicketPriority priority = routing.priority();
        List<AnsweredField> answers = new ArrayList<>(form.answers());
        answers.replaceAll(answer -> {
            FormField field = answer.field();
            if (FormRules.isPriority(field) && priority != null) {
                return new AnsweredField(field, priority.description, priority.id, Integer.toString(priority.id), "");
            }
            return field.name.equals(SUBJECT) && answer.value() == null
                    ? withTopicsName(field, answer, routing.topic())
                    : answer;
        });
        entries.set(0, new FormEntry(form.form(), form.sort(), form.extra(), answers));
    }

    private AnsweredField withTopicsName(FormField field, AnsweredField answer, @Nullable HelpTopic topic) {
        if (topic == null) {
            return answer;
        }
        FieldAnswer name = FieldAnswer.of(field, fullName(topic), List.of());
        return new AnsweredField(field, name.value(), null, name.column(), name.display());
    }

    private String fullName(HelpTopic topic) {
        StringBuilder name = new StringBuilder(topic.name);
        Set<Integer> seen = new HashSet<>(Set.of(topic.id));
        HelpTopic parent = rules.reference().topics().get(topic.parentId);
        while (parent != null && seen.add(parent.id)) {
            name.insert(0, parent.name + " / ");
            parent = rules.reference().topics().get(parent.parentId);
        }
        return name.toString();
    }

    /** The answer to the subject field of the ticket form. */
    String subject() {
        for (AnsweredField answer : entries.getFirst().answers()) {
            if (answer.field().name.equals(SUBJECT)) {
                return Objects.requireNonNullElse(answer.value(), "");
            }
        }
        return "";
    }

    private @Nullable Object sent(String field) {
        return switch (field) {
            case "name" -> command.requester().name();
            case "email" -> command.requester().email();
            case "phone" -> command.requester().phone();
            case SUBJECT -> command.content().subject();
            case "message" -> command.content().message();
            case "priority" -> command.routing().priority();
            default -> command.fields().get(field);
        };
    }
}
