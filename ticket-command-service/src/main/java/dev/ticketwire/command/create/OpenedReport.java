package dev.ticketwire.command.create;

import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.contract.command.OpenTicket;

/** Reports a new ticket, once it is written, to those who decide the mails about it. */
final class OpenedReport {
    private OpenedReport() {}

    /** The department is the one it was routed to: the requested one counts only after all mails. */
    static Occasion of(TicketDraft draft) {
        OpenTicket.Notifications wanted = draft.command.notifications();
        MailMetadata mail = draft.request.mail();
        return new Occasion.Opened(
                draft.request.id(),
                draft.ticketId(),
                draft.routing.department(),
                draft.staffId(),
                draft.teamId(),
                draft.messageId(),
                draft.cannedId(),
                draft.cannedFiles(),
                wanted.alert(),
                wanted.autorespond() && !draft.filterResult.forbidsResponse(),
                mail == null ? null : mail.incoming(),
                draft.filterResult.mails(),
                draft.limitReached);
    }
}
