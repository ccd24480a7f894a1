package dev.ticketwire.command.create;

import dev.ticketwire.command.collaborator.NewCollaborator;
import dev.ticketwire.command.create.filter.FilterResult;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.user.Requester;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.due.DueDateText;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to one request and drafts its ticket, without SQL: the context was read for the whole wave. A later
 * request of the wave sees the requester and the open ticket of an earlier one.
 */
final class TicketDrafter {
    private final TicketRequest request;
    private final OpenTicket command;
    private final OpenTicketContext context;
    private final OpenTicketRules rules;
    private final ResolvedRequest resolved;
    private final RequestForms forms;
    private final RequestContent content;
    private final TicketOwner owner;
    private final ValidationErrors errors = new ValidationErrors();

    private TicketDrafter(TicketRequest request, OpenTicketContext context) {
        this.request = request;
        this.command = request.command();
        this.context = context;
        this.rules = context.rules();
        this.resolved = ResolvedRequest.of(request, context.parents(), rules.reference());
        this.forms = new RequestForms(request, rules);
        this.content = new RequestContent(request, rules);
        this.owner = new TicketOwner(request, context.requesters(), forms);
    }

    /** @throws Refused if a rule forbids the ticket */
    static TicketDraft draft(TicketRequest request, OpenTicketContext context) {
        return new TicketDrafter(request, context).draft();
    }

    private TicketDraft draft() {
        LocalDateTime dueDate = dueDate();
        FilterResult filterResult = FilterResult.NONE;
        Requester requester = null;
        if (errors.isEmpty()) {
            forms.answer(resolved.topic());
            owner.lookUp();
            filterResult = new RequestFilter(request, rules, owner, forms, content, resolved.priority()).apply();
            requester = requester();
        } else {
            forms.answerTicketForm();
        }
        addFormErrors();
        if (requester == null || !errors.isEmpty()) {
            throw errors.refusal();
        }
        TicketDraft draft = accepted(requester, filterResult, dueDate);
        addToWave(draft);
        return draft;
    }

    private @Nullable LocalDateTime dueDate() {
        try {
            LocalDateTime dueDate = DueDateText.parse(command.routing().dueDate(), rules.databaseZone());
            if (dueDate != null && !dueDate.isAfter(context.now())) {
                errors.add("duedate", "Due date must be in the future", "dueDate");
            }
            return dueDate;
        } catch (DateTimeException e) {
            errors.add("duedate", "Invalid due date", "dueDate");
            return null;
        }
    }

    /** Null if the request describes no valid new user. */
    private @Nullable Requester requester() {
        Requester known = owner.known();
        if (known != null && context.limit().isReachedBy(known)) {
            throw ValidationErrors.only(
                    ProblemCode.TOO_MANY_OPEN_TICKETS, "You've reached the maximum open tickets allowed.");
        }
        return known != null ? known : owner.newcomer(context.domainExists(), errors);
    }

    private void addFormErrors() {
        errors.addAll(forms.ticketErrors);
        if (!forms.topicErrors.isEmpty()) {
            errors.addAll(forms.topicErrors);
            errors.renumber();
        }
    }

    private TicketDraft accepted(Requester requester, FilterResult filterResult, @Nullable LocalDateTime dueDate) {
        EffectiveRouting routing =
                new RoutingRules(resolved, filterResult, requester, request, rules.reference()).apply();
        DepartmentAccess.destination(routing.finalDepartment(), request.departments());
        forms.complete(routing);
        InitialStatus status = InitialStatus.of(routing, forms.entries, forms.disabled, rules.reference());
        TicketDraft draft = new TicketDraft(
                request,
                requester,
                new DraftForms(forms.entries, owner.entry(rules.userForm().id())),
                content.message(forms.subject()),
                routing,
                status,
                resolved.parent(),
                dueDate,
                filterResult);
        CreationEvents.write(draft, filterResult);
        return draft;
    }

    /** Makes the requester and the ticket visible to later requests of the wave. */
    private void addToWave(TicketDraft draft) {
        Requesters requesters = context.requesters();
        Requester requester = draft.requester;
        if (requester.isNew() && requester.id() == 0) {
            requesters.add(requester);
        }
        if (draft.status.open()) {
            context.limit().count(requester);
            draft.limitReached = context.limit().isReachedBy(requester);
        }
        request.copied()
                .forEach(one -> draft.copied.add(NewCollaborator.of(one, requesters, rules.inactiveFollowers())));
    }
}
