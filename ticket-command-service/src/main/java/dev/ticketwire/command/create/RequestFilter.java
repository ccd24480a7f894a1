package dev.ticketwire.command.create;

import dev.ticketwire.command.create.filter.FilterResult;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.TicketPriority;
import org.jspecify.annotations.Nullable;

/**
 * Applies the help desk's ban list and ticket filters to one request.
 *
 * @param priority that the request asks for; null for none
 */
record RequestFilter(
        TicketRequest request,
        OpenTicketRules rules,
        TicketOwner owner,
        RequestForms forms,
        RequestContent content,
        @Nullable TicketPriority priority) {

    /**
     * Applies them twice if a filter makes the {@code Reply-To} of a mail its owner.
     *
     * @throws Refused if the sender is banned, a filter rejects the request, or the help desk refuses mails of
     *     unregistered senders
     */
    FilterResult apply() {
        FilterResult result = applyOnce();
        MailMetadata mail = request.mail();
        ReceiveMail.Address replyTo = mail == null ? null : mail.replyTo();
        if (result.usesReplyTo() && replyTo != null) {
            owner.change(replyTo);
            result = applyOnce().after(result);
        }
        if (owner.known() == null && isClosedToStrangers()) {
            throw ValidationErrors.denied(owner.email());
        }
        return result;
    }

    private FilterResult applyOnce() {
        if (rules.filters().bans(owner.email())) {
            throw ValidationErrors.denied(owner.email());
        }
        FilterResult result = rules.filters().judge(request.origin(), values());
        if (result.rejected()) {
            throw ValidationErrors.denied(owner.email());
        }
        return result;
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
                values.add(field.id, () -> priority == null ? "" : priority.description);
            }
        }
        FormField message = rules.ticketForm().messageField();
        if (message != null) {
            values.add(message.id, () -> content.body().stored());
        }
        return values;
    }
}
