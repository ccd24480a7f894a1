package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.Occasion.Opened;
import dev.ticketwire.command.notice.facts.TicketFacts;
import java.util.ArrayList;
import java.util.List;

/** The mails about a new ticket. */
final class CreationPlan {
    private CreationPlan() {}

    /** @return in the order in which osTicket sends them */
    static List<PlannedMail> of(PlanRules rules, Opened opened, TicketFacts ticket) {
        Creation creation = new Creation(rules, opened, ticket);
        List<PlannedMail> mails = new ArrayList<>(FilterMails.of(creation));
        mails.addAll(AssignmentAlert.of(creation));
        OwnerMails owner = new OwnerMails(creation);
        mails.addAll(owner.answers());
        mails.addAll(TicketAlert.of(creation));
        mails.addAll(LimitMails.of(creation, owner));
        return mails;
    }
}
