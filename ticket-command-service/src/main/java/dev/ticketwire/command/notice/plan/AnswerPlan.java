package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.command.notice.facts.Occasion.MessagePosted;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import dev.ticketwire.command.notice.plan.PlannedMail.Content;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.schema.Department;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mails about a customer's message: confirmation, copy to the other participants, alert. */
final class AnswerPlan {
    private final PlanRules rules;
    private final MessagePosted posted;
    private final TicketFacts ticket;
    private final EntryFacts entry;
    private final @Nullable Department department;

    private AnswerPlan(PlanRules rules, MessagePosted posted, TicketFacts ticket, EntryFacts entry) {
        this.rules = rules;
        this.posted = posted;
        this.ticket = ticket;
        this.entry = entry;
        this.department = rules.department(ticket.department());
    }

    /** @return in the order in which osTicket sends them */
    static List<PlannedMail> of(PlanRules rules, MessagePosted posted, TicketFacts ticket) {
        Incoming mail = posted.mail();
        EntryFacts entry = ticket.entries().get(posted.entry());
        if (entry == null || posted.bystander() || mail != null && (mail.automatic() || mail.bounce())) {
            return List.of();
        }
        return new AnswerPlan(rules, posted, ticket, entry).mails();
    }

    private List<PlannedMail> mails() {
        List<PlannedMail> mails = new ArrayList<>(confirmation());
        mails.addAll(copy());
        mails.addAll(alert());
        return mails;
    }

    private List<PlannedMail> confirmation() {
        Reader author = Participants.reader(ticket, posted.author());
        Person person = Participants.person(ticket, posted.author());
        Sender sender = rules.senders().autoResponse(department);
        if (author == null || person == null || sender == null || !isConfirmed(person)) {
            return List.of();
        }
        return List.of(new PlannedMail(
                posted,
                MailType.CONFIRMATION,
                ticket,
                sender,
                List.of(rules.to(person)),
                author,
                new Threading(entry.id(), entry.thread(), confirmed()),
                Content.of(entry, PlanRules.signature(department)),
                List.of()));
    }

    private boolean isConfirmed(Person author) {
        Incoming mail = posted.mail();
        return config().flag("message_autoresponder")
                && department != null
                && department.messageAutoResponse
                && (mail == null || !mail.declinesAnswers())
                && !author.address().isBlank()
                && !rules.isOwnAddress(author.address());
    }

    private @Nullable MailReference confirmed() {
        Incoming mail = posted.mail();
        return mail == null || mail.messageId() == null ? null : new MailReference(mail.messageId(), mail.references());
    }

    /** Who writes a mail chooses its recipients himself, so nobody gets a copy of it. */
    private List<PlannedMail> copy() {
        Participants others = Participants.of(ticket).without(posted.author());
        Sender sender = rules.senders().department(department);
        if (posted.mail() != null
                || sender == null
                || others.isEmpty()
                || !config().flag("message_autoresponder_collabs")) {
            return List.of();
        }
        return List.of(new PlannedMail(
                posted,
                MailType.COPY,
                ticket,
                sender,
                others.addressees(rules),
                others.reader(),
                new Threading(entry.id(), entry.thread(), ticket.newestMail()),
                Content.of(entry, ""),
                List.of()));
    }

    private List<PlannedMail> alert() {
        Sender sender = rules.senders().department(department);
        if (sender == null || !config().flag("message_alert_active")) {
            return List.of();
        }
        return recipients().agents().stream()
                .map(agent -> new PlannedMail(
                        posted,
                        MailType.MESSAGE_ALERT,
                        ticket,
                        sender,
                        List.of(rules.to(agent)),
                        new Reader.Agent(agent),
                        Threading.about(entry),
                        Content.of(entry, ""),
                        List.of()))
                .toList();
    }

    private Audience recipients() {
        Audience audience = new Audience();
        if (config().flag("message_alert_laststaff")) {
            audience.add(rules.agent(ticket.lastRespondent()));
        }
        if (config().flag("message_alert_assigned")) {
            if (rules.agent(ticket.staff()) != null) {
                audience.add(rules.agent(ticket.staff()));
            } else {
                audience.addAll(rules.teams().members(ticket.team()));
            }
        }
        if (config().flag("message_alert_dept_manager")) {
            audience.add(rules.manager(department));
        }
        if (config().flag("message_alert_acct_manager")) {
            audience.addAll(rules.teams().accountManager(ticket.accountManager()));
        }
        return audience;
    }

    private HelpDeskConfig config() {
        return rules.config();
    }
}
