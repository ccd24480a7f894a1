package dev.ticketwire.command.create;

import dev.ticketwire.command.create.filter.Verdict;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.form.Answered;
import dev.ticketwire.command.form.FormEntry;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.form.TopicForms;
import dev.ticketwire.command.ticket.Refused;
import dev.ticketwire.command.user.Requester;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.osticket.due.DueDateText;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.text.Body;
import dev.ticketwire.osticket.text.BodyFormat;
import dev.ticketwire.osticket.text.EmailAddress;
import dev.ticketwire.osticket.text.FieldAnswer;
import dev.ticketwire.osticket.text.PersonName;
import dev.ticketwire.osticket.text.SubjectText;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to one request after the other, without a statement: what they need was looked up for the whole wave. A
 * later request sees what an earlier one of the wave brings: its requester and its open ticket.
 */
final class Drafting {
    private static final String SUBJECT = "subject";

    private final OpeningRules rules;
    private final Requesters requesters;
    private final Predicate<String> domainExists;
    private final Parents parents;
    private final OpenTicketLimit limit;
    private final LocalDateTime now;

    /** @param domainExists whether the domain of an address may exist */
    Drafting(
            OpeningRules rules,
            Requesters requesters,
            Predicate<String> domainExists,
            Parents parents,
            OpenTicketLimit limit,
            LocalDateTime now) {
        this.rules = rules;
        this.requesters = requesters;
        this.domainExists = domainExists;
        this.parents = parents;
        this.limit = limit;
        this.now = now;
    }

    /** @throws Refused if a rule forbids the ticket */
    Draft draft(OpenTicket command) {
        Wishes wishes = Wishes.of(command, parents, rules.reference());
        return new Attempt(command, wishes).draft();
    }

    /** One request on its way through the rules. */
    private final class Attempt {
        private final OpenTicket command;
        private final Wishes wishes;
        private final String email;
        private final CreationErrors errors = new CreationErrors();
        private final CreationErrors topicErrors = new CreationErrors();
        private final Set<Integer> disabled = new HashSet<>();
        private final List<FormEntry> forms = new ArrayList<>();
        private @Nullable Body body;

        Attempt(OpenTicket command, Wishes wishes) {
            this.command = command;
            this.wishes = wishes;
            this.email = Objects.requireNonNullElse(command.email(), "");
        }

        Draft draft() {
            LocalDateTime dueDate = dueDate();
            Verdict verdict = Verdict.NONE;
            Requester requester = null;
            FormEntry userForm = new FormEntry(rules.userForm().id(), 1, null, List.of());
            CreationErrors ticketErrors = new CreationErrors();
            if (errors.isEmpty()) {
                answerForms(ticketErrors);
                requester = requesters.of(email);
                List<Answered> userAnswers = new ArrayList<>();
                boolean userFormValid = requester != null || answerUserForm(userAnswers);
                verdict = judge(requester, userAnswers);
                if (requester != null && limit.isReachedBy(requester)) {
                    throw CreationErrors.only(
                            "too-many-open-tickets", "You've reached the maximum open tickets allowed.");
                }
                userForm = new FormEntry(rules.userForm().id(), 1, null, userAnswers);
                requester = requester != null ? requester : newcomer(userFormValid);
            } else {
                answerTicketForm(ticketErrors, 1, null);
            }
            errors.addAll(ticketErrors);
            if (!topicErrors.isEmpty()) {
                errors.addAll(topicErrors);
                errors.renumber();
            }
            if (requester == null || !errors.isEmpty()) {
                throw errors.refusal();
            }
            return accepted(requester, userForm, verdict, dueDate);
        }

        private @Nullable LocalDateTime dueDate() {
            try {
                LocalDateTime dueDate = DueDateText.parse(command.dueDate(), rules.databaseZone());
                if (dueDate != null && !dueDate.isAfter(now)) {
                    errors.add("duedate", "Due date must be in the future", "dueDate");
                }
                return dueDate;
            } catch (DateTimeException e) {
                errors.add("duedate", "Invalid due date", "dueDate");
                return null;
            }
        }

        private void answerForms(CreationErrors ticketErrors) {
            HelpTopic topic = wishes.topic();
            List<TopicForms.Attached> attached =
                    topic == null ? List.of() : rules.formsOf(topic).forms();
            int ticketForm = rules.ticketForm().id();
            TopicForms.Attached own = null;
            for (TopicForms.Attached form : attached) {
                disabled.addAll(form.disabled());
                own = form.form().id() == ticketForm ? form : own;
            }
            answerTicketForm(ticketErrors, own == null ? 1 : own.sort(), own == null ? null : own.extra());
            for (TopicForms.Attached form : attached) {
                if (form != own) {
                    List<Answered> answers = form.form().answers(this::sent, disabled, topicErrors::add);
                    forms.add(new FormEntry(form.form().id(), form.sort(), form.extra(), answers));
                }
            }
        }

        private void answerTicketForm(CreationErrors ticketErrors, int sort, @Nullable String extra) {
            FormRules form = rules.ticketForm();
            FormField message = form.messageField();
            List<Answered> answers = form.answers(this::sent, disabled, ticketErrors::add);
            if (message != null
                    && message.isRequiredOfClients()
                    && !disabled.contains(message.id)
                    && isEmptyMessage()) {
                ticketErrors.add(message, List.of(message.label + " is a required field"));
            }
            ticketErrors.sortLike(form.fields());
            forms.add(new FormEntry(form.id(), sort, extra, answers));
        }

        private boolean isEmptyMessage() {
            String message = command.message();
            return message == null || message.isEmpty() || message.equals("0");
        }

        /** @return whether the answers are fine */
        private boolean answerUserForm(List<Answered> answers) {
            CreationErrors userErrors = new CreationErrors();
            answers.addAll(rules.userForm().answers(this::sent, Set.of(), userErrors::add));
            return userErrors.isEmpty();
        }

        private Verdict judge(@Nullable Requester requester, List<Answered> userAnswers) {
            if (rules.filters().bans(email)) {
                throw CreationErrors.denied(email);
            }
            String name = requester == null ? Objects.requireNonNullElse(command.name(), "") : requester.name();
            MatchValues values = new MatchValues(rules.reference(), email, name);
            forms.forEach(form -> values.add(form.answers()));
            values.add(userAnswers);
            if (requester != null) {
                values.addStored(requester.answers());
            }
            for (FormField field : rules.ticketForm().fields()) {
                if (FormRules.isPriority(field)) {
                    TicketPriority priority = wishes.priority();
                    values.add(field.id, () -> priority == null ? "" : priority.description);
                }
            }
            FormField message = rules.ticketForm().messageField();
            if (message != null) {
                values.add(message.id, () -> body().stored());
            }
            Verdict verdict = rules.filters().judge(values);
            if (verdict.rejected()) {
                throw CreationErrors.denied(email);
            }
            return verdict;
        }

        private @Nullable Requester newcomer(boolean userFormValid) {
            String name = command.name() == null ? "" : PersonName.stored(command.name());
            boolean reachable = EmailAddress.isValid(email) && domainExists.test(email);
            if (!userFormValid || name.isEmpty() || !reachable) {
                errors.add("user", "Incomplete client information", reachable ? "name" : "email");
                return null;
            }
            return requesters.coming(name, email);
        }

        private Draft accepted(
                Requester requester, FormEntry userForm, Verdict verdict, @Nullable LocalDateTime dueDate) {
            Relations relations = Relations.of(wishes, verdict, requester.organization(), rules.reference());
            forms.set(0, completed(forms.getFirst(), relations));
            StatusChoice status = StatusChoice.of(relations, forms, disabled, rules.reference());
            Attachments attachments = Attachments.of(command.attachments(), rules.attachments());
            String subject = subject(forms.getFirst());
            String sentSubject = command.subject();
            Draft draft = new Draft(
                    command,
                    requester,
                    forms,
                    userForm,
                    subject,
                    SubjectText.title(sentSubject == null || !isAnswered(sentSubject) ? subject : sentSubject),
                    body(),
                    attachments.files(),
                    attachments.notes(),
                    relations,
                    status,
                    wishes.parent(),
                    dueDate,
                    verdict.cannedResponse());
            History.write(draft, verdict);
            if (requester.isNew() && requester.id() == 0) {
                requesters.add(requester);
            }
            if (status.open()) {
                limit.count(requester);
            }
            return draft;
        }

        /** Fills in what the form itself does not know: the priority, and a subject where none is asked for. */
        private FormEntry completed(FormEntry form, Relations relations) {
            TicketPriority priority = relations.priority();
            List<Answered> answers = new ArrayList<>(form.answers());
            answers.replaceAll(answer -> {
                FormField field = answer.field();
                if (FormRules.isPriority(field) && priority != null) {
                    return new Answered(field, priority.description, priority.id, Integer.toString(priority.id), "");
                }
                return field.name.equals(SUBJECT) && answer.value() == null
                        ? withTopicsName(field, answer, relations.topic())
                        : answer;
            });
            return new FormEntry(form.form(), form.sort(), form.extra(), answers);
        }

        private Answered withTopicsName(FormField field, Answered answer, @Nullable HelpTopic topic) {
            if (topic == null) {
                return answer;
            }
            FieldAnswer name = FieldAnswer.of(field, fullName(topic), List.of());
            return new Answered(field, name.value(), null, name.column(), name.display());
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

        private static String subject(FormEntry form) {
            for (Answered answer : form.answers()) {
                if (answer.field().name.equals(SUBJECT)) {
                    return Objects.requireNonNullElse(answer.value(), "");
                }
            }
            return "";
        }

        private Body body() {
            Body known = body;
            if (known == null) {
                known = Body.ofMessage(
                        Objects.requireNonNullElse(command.message(), ""),
                        command.format() == null
                                ? null
                                : BodyFormat.parse(command.format()).orElse(null),
                        rules.bodies());
                body = known;
            }
            return known;
        }

        private @Nullable Object sent(String field) {
            return switch (field) {
                case "name" -> command.name();
                case "email" -> command.email();
                case "phone" -> command.phone();
                case SUBJECT -> command.subject();
                case "message" -> command.message();
                case "priority" -> command.priority();
                default -> command.fields().get(field);
            };
        }
    }

    private static boolean isAnswered(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
