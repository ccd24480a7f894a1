package dev.ticketwire.command.create;

import dev.ticketwire.command.create.filter.Verdict;
import dev.ticketwire.command.entry.AttachmentLimits;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.form.Answered;
import dev.ticketwire.command.form.FormEntry;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.ticket.Permitted;
import dev.ticketwire.command.ticket.Refused;
import dev.ticketwire.command.user.Requester;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.osticket.due.DueDateText;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.text.Body;
import dev.ticketwire.osticket.text.BodyFormat;
import dev.ticketwire.osticket.text.EmailAddress;
import dev.ticketwire.osticket.text.PersonName;
import dev.ticketwire.osticket.text.SubjectText;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to one request after the other, without a statement: what they need was looked up for the whole wave. A
 * later request sees what an earlier one of the wave brings: its requester and its open ticket.
 */
final class Drafting {
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
    Draft draft(Request request) {
        Wishes wishes = Wishes.of(request, parents, rules.reference());
        return new Attempt(request, wishes).draft();
    }

    /** One request on its way through the rules. */
    private final class Attempt {
        private final Request request;
        private final OpenTicket command;
        private final Wishes wishes;
        private final String email;
        private final RequestForms forms;
        private final CreationErrors errors = new CreationErrors();
        private @Nullable Body body;
        private @Nullable Attachments attachments;

        Attempt(Request request, Wishes wishes) {
            this.request = request;
            this.command = request.command();
            this.wishes = wishes;
            this.email = Objects.requireNonNullElse(command.email(), "");
            this.forms = new RequestForms(request, rules);
        }

        Draft draft() {
            LocalDateTime dueDate = dueDate();
            Verdict verdict = Verdict.NONE;
            Requester requester = null;
            FormEntry userForm = new FormEntry(rules.userForm().id(), 1, null, List.of());
            if (errors.isEmpty()) {
                forms.answer(wishes.topic());
                requester = requesters.of(email);
                List<Answered> userAnswers = new ArrayList<>();
                boolean userFormValid = requester != null || forms.answerUserForm(userAnswers);
                verdict = judge(requester, userAnswers);
                if (requester != null && limit.isReachedBy(requester)) {
                    throw CreationErrors.only(
                            "too-many-open-tickets", "You've reached the maximum open tickets allowed.");
                }
                userForm = new FormEntry(rules.userForm().id(), 1, null, userAnswers);
                requester = requester != null ? requester : newcomer(userFormValid);
            } else {
                forms.answerTicketForm();
            }
            errors.addAll(forms.ticketErrors);
            if (!forms.topicErrors.isEmpty()) {
                errors.addAll(forms.topicErrors);
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

        private Verdict judge(@Nullable Requester requester, List<Answered> userAnswers) {
            if (rules.filters().bans(email) || requester == null && isClosedToStrangers()) {
                throw CreationErrors.denied(email);
            }
            Verdict verdict = rules.filters().judge(request.origin(), values(requester, userAnswers));
            if (verdict.rejected()) {
                throw CreationErrors.denied(email);
            }
            return verdict;
        }

        private boolean isClosedToStrangers() {
            return request.arrival() != null && !rules.reference().config().flag("accept_unregistered_email");
        }

        private MatchValues values(@Nullable Requester requester, List<Answered> userAnswers) {
            String name = requester == null ? Objects.requireNonNullElse(command.name(), "") : requester.name();
            MatchValues values = new MatchValues(rules.reference(), email, name);
            Arrival arrival = request.arrival();
            if (arrival != null) {
                values.addMail(email, arrival);
            }
            forms.entries.forEach(form -> values.add(form.answers()));
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
            return values;
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
            Relations relations =
                    Relations.of(wishes, verdict, requester.organization(), request.mailbox(), rules.reference());
            Permitted.destination(relations.finalDepartment(), request.departments());
            forms.complete(relations);
            StatusChoice status = StatusChoice.of(relations, forms.entries, forms.disabled, rules.reference());
            Attachments files = attachments().shownIn(body());
            String subject = forms.subject();
            String sentSubject = command.subject();
            Draft draft = new Draft(
                    request,
                    requester,
                    forms.entries,
                    userForm,
                    subject,
                    SubjectText.title(sentSubject == null || sentSubject.isEmpty() ? subject : sentSubject),
                    body(),
                    files.files(),
                    files.notes(),
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

        private Body body() {
            Body known = body;
            if (known == null) {
                String message = Objects.requireNonNullElse(command.message(), "");
                BodyFormat format = command.format() == null
                        ? null
                        : BodyFormat.parse(command.format()).orElse(null);
                known = request.arrival() == null || format == null
                        ? Body.ofMessage(message, format, rules.bodies())
                        : Body.ofMail(
                                message, format, rules.bodies(), attachments().pictures());
                body = known;
            }
            return known;
        }

        private Attachments attachments() {
            Attachments known = attachments;
            if (known == null) {
                AttachmentLimits limits = request.arrival() == null
                        ? rules.attachments()
                        : AttachmentLimits.ofMail(rules.reference().config());
                known = Attachments.of(command.attachments(), limits);
                attachments = known;
            }
            return known;
        }
    }
}
