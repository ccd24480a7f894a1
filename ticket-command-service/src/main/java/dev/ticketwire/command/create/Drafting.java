package dev.ticketwire.command.create;

import dev.ticketwire.command.collaborator.NewFollower;
import dev.ticketwire.command.create.filter.Verdict;
import dev.ticketwire.command.entry.AttachmentLimits;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.ticket.Permitted;
import dev.ticketwire.command.ticket.Refused;
import dev.ticketwire.command.user.Requester;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.body.SubjectText;
import dev.ticketwire.osticket.due.DueDateText;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.time.DateTimeException;
import java.time.LocalDateTime;
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
        private final RequestForms forms;
        private final TicketOwner owner;
        private final CreationErrors errors = new CreationErrors();
        private @Nullable Body body;
        private @Nullable Attachments attachments;

        Attempt(Request request, Wishes wishes) {
            this.request = request;
            this.command = request.command();
            this.wishes = wishes;
            this.forms = new RequestForms(request, rules);
            this.owner = new TicketOwner(request, requesters, forms);
        }

        Draft draft() {
            LocalDateTime dueDate = dueDate();
            Verdict verdict = Verdict.NONE;
            Requester requester = null;
            if (errors.isEmpty()) {
                forms.answer(wishes.topic());
                owner.lookUp();
                verdict = judge();
                requester = owner.known();
                if (requester != null && limit.isReachedBy(requester)) {
                    throw CreationErrors.only(
                            "too-many-open-tickets", "You've reached the maximum open tickets allowed.");
                }
                requester = requester != null ? requester : owner.newcomer(domainExists, errors);
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
            return accepted(requester, verdict, dueDate);
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

        private Verdict judge() {
            Verdict verdict = filtered();
            Arrival arrival = request.arrival();
            ReceiveMail.Address replyTo = arrival == null ? null : arrival.replyTo();
            if (verdict.usesReplyTo() && replyTo != null) {
                owner.change(replyTo);
                verdict = filtered().after(verdict);
            }
            if (owner.known() == null && isClosedToStrangers()) {
                throw CreationErrors.denied(owner.email());
            }
            return verdict;
        }

        private Verdict filtered() {
            if (rules.filters().bans(owner.email())) {
                throw CreationErrors.denied(owner.email());
            }
            Verdict verdict = rules.filters().judge(request.origin(), values());
            if (verdict.rejected()) {
                throw CreationErrors.denied(owner.email());
            }
            return verdict;
        }

        private boolean isClosedToStrangers() {
            return request.arrival() != null && !rules.reference().config().flag("accept_unregistered_email");
        }

        private MatchValues values() {
            MatchValues values = owner.matchValues(rules.reference());
            Arrival arrival = request.arrival();
            if (arrival != null) {
                values.addMail(arrival);
            }
            forms.entries.forEach(form -> values.add(form.answers()));
            owner.addAnswers(values);
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

        private Draft accepted(Requester requester, Verdict verdict, @Nullable LocalDateTime dueDate) {
            Relations relations = Relations.of(
                    wishes,
                    verdict,
                    requester.organization(),
                    request.mailbox(),
                    request.mailedPriority(),
                    rules.reference());
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
                    owner.entry(rules.userForm().id()),
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
            request.copied()
                    .forEach(one -> draft.copied.add(NewFollower.of(one, requesters, rules.inactiveFollowers())));
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
