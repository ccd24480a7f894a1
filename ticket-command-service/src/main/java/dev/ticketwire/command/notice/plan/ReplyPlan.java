package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion.ReplyPosted;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.notice.plan.PlannedMail.Content;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The mails about an agent's public reply: the activity alert, then the reply itself. */
final class ReplyPlan {
    private final PlanRules rules;
    private final ReplyPosted posted;
    private final TicketFacts ticket;
    private final EntryFacts entry;
    private final @Nullable Department department;
    private final @Nullable Staff agent;

    private ReplyPlan(PlanRules rules, ReplyPosted posted, TicketFacts ticket, EntryFacts entry) {
        this.rules = rules;
        this.posted = posted;
        this.ticket = ticket;
        this.entry = entry;
        this.department = rules.department(ticket.department());
        this.agent = rules.agent(posted.agent());
    }

    /** @return in the order in which osTicket sends them */
    static List<PlannedMail> of(PlanRules rules, ReplyPosted posted, TicketFacts ticket) {
        EntryFacts entry = ticket.entries().get(posted.entry());
        if (entry == null) {
            return List.of();
        }
        List<PlannedMail> mails = new ArrayList<>(
                new ActivityAlert(rules, posted, ticket, entry).to(posted.staff(), posted.team(), posted.agent()));
        mails.addAll(new ReplyPlan(rules, posted, ticket, entry).reply());
        return mails;
    }

    private List<PlannedMail> reply() {
        Participants recipients = Participants.of(ticket);
        Sender sender = rules.senders().department(department);
        if (sender == null || recipients.isEmpty()) {
            return List.of();
        }
        return List.of(new PlannedMail(
                posted,
                MailType.REPLY,
                ticket,
                new Sender(sender.mailbox(), name(sender), sender.address()),
                recipients.addressees(rules),
                recipients.reader(),
                new Threading(entry.id(), entry.thread(), ticket.newestMail()),
                new Content(entry, signature(), agent, null, null, null),
                rules.files(posted.files())));
    }

    /** As the agent prefers to be called. */
    private String name(Sender sender) {
        String preferred =
                Objects.requireNonNullElse(rules.config().text("staff." + posted.agent(), "default_from_name"), "");
        if (preferred.equals("mine") && agent != null && !rules.config().flag("hide_staff_name")) {
            return rules.to(agent).name();
        }
        return preferred.equals("dept") && department != null && department.isPublic ? department.name : sender.name();
    }

    private String signature() {
        if (agent == null) {
            return "";
        }
        return switch (agent.signatureType) {
            case "mine" -> agent.signature;
            case "dept" -> PlanRules.signature(department);
            default -> "";
        };
    }
}
