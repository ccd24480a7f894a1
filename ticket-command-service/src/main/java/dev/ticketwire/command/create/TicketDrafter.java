package dev.ticketwire.command.create;

import dev.ticketwire.command.collaborator.NewCollaborator;
import dev.ticketwire.command.create.filter.FilterResult;
import dev.ticketwire.command.entry.AttachmentLimits;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.user.Requester;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
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
final class TicketDrafter {
    private final OpenTicketRules rules;
    private final Requesters requesters;
    private final Predicate<String> domainExists;
    private final RequestedParents parents;
    private final OpenTicketLimit limit;
    private final LocalDateTime now;

    /** @param domainExists whether the domain of an address may exist */
    TicketDrafter(
            OpenTicketRules rules,
            Requesters requesters,
            Predicate<String> domainExists,
            RequestedParents parents,
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
    TicketDraft draft(TicketRequest request) {
        ResolvedRequest resolved = ResolvedRequest.of(request, parents, rules.reference());
        return new Attempt(request, resolved).draft();
    }

    /** One request on its way through the rules. */
    private final class Attempt {
        private final TicketRequest request;
        private final OpenTicket command;
        private final ResolvedRequest resolved;
        private final RequestForms forms;
        private final TicketOwner owner;
        private final ValidationErrors errors = new ValidationErrors();
        private @Nullable Body body;
        private @Nullable Attachments attachments;

        Attempt(TicketRequest request, ResolvedRequest resolved) {
            this.request = request;
            this.command = request.command();
            this.resolved = resolved;
            this.forms = new RequestForms(request, rules);
            this.owner = new TicketOwner(request, requesters, forms);
        }

        TicketDraft draft() {
            LocalDateTime dueDate = dueDate();
            FilterResult filterResult = FilterResult.NONE;
            Requester requester = null;
            if (errors.isEmpty()) {
                forms.answer(resolved.topic());
                owner.lookUp();
                filterResult = judge();
                requester = owner.known();
                if (requester != null && limit.isReachedBy(requester)) {
                    throw ValidationErrors.only(
                            ProblemCode.TOO_MANY_OPEN_TICKETS, "You've reached the maximum open tickets allowed.");
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
            return accepted(requester, filterResult, dueDate);
        }

        private @Nullable LocalDateTime dueDate() {
            try {
                LocalDateTime dueDate = DueDateText.parse(command.routing().dueDate(), rules.databaseZone());
                if (dueDate != null && !dueDate.isAfter(now)) {
                    errors.add("duedate", "Due date must be in the future", "dueDate");
                }
                return dueDate;
            } catch (DateTimeException e) {
                errors.add("duedate", "Invalid due date", "dueDate");
                return null;
            }
        }

        private FilterResult judge() {
            FilterResult filterResult = filtered();
            MailMetadata mail = request.mail();
            ReceiveMail.Address replyTo = mail == null ? null : mail.replyTo();
            if (filterResult.usesReplyTo() && replyTo != null) {
                owner.change(replyTo);
                filterResult = filtered().after(filterResult);
            }
            if (owner.known() == null && isClosedToStrangers()) {
                throw ValidationErrors.denied(owner.email());
            }
            return filterResult;
        }

        private FilterResult filtered() {
            if (rules.filters().bans(owner.email())) {
                throw ValidationErrors.denied(owner.email());
            }
            FilterResult filterResult = rules.filters().judge(request.origin(), values());
            if (filterResult.rejected()) {
                throw ValidationErrors.denied(owner.email());
            }
            return filterResult;
        }

        private boolean isClosedToStrangers() {
            return request.mail() != null && !rules.reference().config().flag("accept_unregistered_email");
        }

        private FilterValues values() {
            FilterValues values = owner.matchValues(rules.reference());
            MailMetadata mail = request.mail();
            if (mail != null) {
                values.addMail(mail);
            }
            forms.entries.forEach(form -> values.add(form.answers()));
            owner.addAnswers(values);
            for (FormField field : rules.ticketForm().fields()) {
                if (FormRules.isPriority(field)) {
                    TicketPriority priority = resolved.priority();
                    values.add(field.id, () -> priority == null ? "" : priority.description);
                }
            }
            FormField message = rules.ticketForm().messageField();
            if (message != null) {
                values.add(message.id, () -> body().stored());
            }
            return values;
        }

        private TicketDraft accepted(Requester requester, FilterResult filterResult, @Nullable LocalDateTime dueDate) {
            EffectiveRouting routing = EffectiveRouting.of(
                    resolved,
                    filterResult,
                    requester.organization(),
                    request.mailbox(),
                    request.mailedPriority(),
                    rules.reference());
            DepartmentAccess.destination(routing.finalDepartment(), request.departments());
            forms.complete(routing);
            InitialStatus status = InitialStatus.of(routing, forms.entries, forms.disabled, rules.reference());
            Attachments files = attachments().shownIn(body());
            String subject = forms.subject();
            String sentSubject = command.content().subject();
            TicketDraft draft = new TicketDraft(
                    request,
                    requester,
                    forms.entries,
                    owner.entry(rules.userForm().id()),
                    subject,
                    SubjectText.title(sentSubject == null || sentSubject.isEmpty() ? subject : sentSubject),
                    body(),
                    files.files(),
                    files.notes(),
                    routing,
                    status,
                    resolved.parent(),
                    dueDate,
                    filterResult.cannedResponse());
            CreationEvents.write(draft, filterResult);
            if (requester.isNew() && requester.id() == 0) {
                requesters.add(requester);
            }
            if (status.open()) {
                limit.count(requester);
            }
            request.copied()
                    .forEach(one -> draft.copied.add(NewCollaborator.of(one, requesters, rules.inactiveFollowers())));
            return draft;
        }

        private Body body() {
            Body known = body;
            if (known == null) {
                OpenTicket.Content content = command.content();
                String message = Objects.requireNonNullElse(content.message(), "");
                BodyFormat format = content.format() == null
                        ? null
                        : BodyFormat.parse(content.format()).orElse(null);
                known = request.mail() == null || format == null
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
                AttachmentLimits limits = request.mail() == null
                        ? rules.attachments()
                        : AttachmentLimits.ofMail(rules.reference().config());
                known = Attachments.of(command.content().attachments(), limits);
                attachments = known;
            }
            return known;
        }
    }
}
