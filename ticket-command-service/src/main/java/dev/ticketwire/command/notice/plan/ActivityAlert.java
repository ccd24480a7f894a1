package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.command.notice.facts.Occasion.NoteAdded;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.notice.plan.PlannedMail.Content;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells agents of a note or of another agent's reply. */
record ActivityAlert(PlanRules rules, Occasion occasion, TicketFacts ticket, EntryFacts entry) {

    /** The mails about a note; none if a machine wrote it. */
    static List<PlannedMail> of(PlanRules rules, NoteAdded added, TicketFacts ticket) {
        Incoming mail = added.mail();
        EntryFacts entry = ticket.entries().get(added.entry());
        boolean byMachine = mail != null && (mail.automatic() || mail.bounce());
        return entry == null || byMachine
                ? List.of()
                : new ActivityAlert(rules, added, ticket, entry).to(added.staff(), added.team(), added.agent());
    }

    /**
     * @param staff the agent to whom the ticket was assigned, {@code team} likewise
     * @param author who is not told
     */
    List<PlannedMail> to(int staff, int team, int author) {
        Department department = rules.department(ticket.department());
        Sender sender = rules.senders().alert();
        if (sender == null
                || !rules.config().flag("note_alert_active")
                || rules.members().of(department).isEmpty()) {
            return List.of();
        }
        Audience audience = new Audience();
        // Who is not told must not take the place of another agent with his address.
        candidates(staff, team, rules.manager(department))
                .filter(agent -> agent.id != author && mayKnow(agent))
                .forEach(audience::add);
        return audience.agents().stream().map(agent -> mail(sender, agent)).toList();
    }

    private Stream<Staff> candidates(int staff, int team, @Nullable Staff manager) {
        HelpDeskConfig config = rules.config();
        List<@Nullable Staff> agents = new ArrayList<>();
        if (config.flag("note_alert_laststaff")) {
            agents.add(rules.agent(ticket.lastRespondent()));
        }
        if (config.flag("note_alert_assigned")) {
            agents.add(rules.agent(staff));
            agents.addAll(rules.teams().members(team));
        }
        if (config.flag("note_alert_dept_manager")) {
            agents.add(manager);
        }
        return agents.stream().flatMap(Stream::ofNullable);
    }

    /** Nobody is assigned to a closed ticket: his access to its department counts. */
    private boolean mayKnow(Staff agent) {
        TicketStatus status = rules.reference().statuses().get(ticket.status());
        return status == null || !status.isClosed() || rules.hasAccess(agent, ticket.department());
    }

    private PlannedMail mail(Sender sender, Staff agent) {
        return new PlannedMail(
                occasion,
                MailType.ACTIVITY_ALERT,
                ticket,
                sender,
                List.of(rules.to(agent)),
                new Reader.Agent(agent),
                Threading.about(entry),
                Content.of(entry, ""),
                List.of());
    }
}
