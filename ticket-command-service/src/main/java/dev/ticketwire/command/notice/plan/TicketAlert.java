package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.command.notice.facts.Occasion.Opened;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.plan.PlannedMail.Content;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.sql.Collation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells agents and the administrator of a new ticket. */
final class TicketAlert {
    private final Creation creation;
    private final PlanRules rules;
    private final Opened opened;

    private TicketAlert(Creation creation) {
        this.creation = creation;
        this.rules = creation.rules();
        this.opened = creation.opened();
    }

    static List<PlannedMail> of(Creation creation) {
        Sender sender = creation.rules().senders().department(creation.department());
        Incoming mail = creation.opened().mail();
        boolean wanted = creation.opened().alert()
                && creation.config().flag("ticket_alert_active")
                && (mail == null || !mail.bounce());
        return wanted && sender != null ? new TicketAlert(creation).from(sender) : List.of();
    }

    private List<PlannedMail> from(Sender sender) {
        Content content = Content.of(creation.message(), "");
        Audience agents = agents();
        List<PlannedMail> mails = new ArrayList<>();
        for (Staff agent : agents.agents()) {
            mails.add(creation.toAgent(MailType.TICKET_ALERT, sender, agent, creation.threading(), content));
        }
        String administrator = creation.config().text("admin_email");
        if (creation.config().flag("ticket_alert_admin")
                && AlertMembers.includeAdministrator(creation.department())
                && !administrator.isBlank()
                && !agents.has(administrator)) {
            mails.add(creation.mail(
                    MailType.TICKET_ALERT,
                    sender,
                    MailAddressee.to("", administrator),
                    new Reader.Administrator(),
                    creation.threading(),
                    content));
        }
        return mails;
    }

    private Audience agents() {
        Audience audience = new Audience();
        List<Staff> members = rules.members().of(creation.department());
        if (members.isEmpty()) {
            return audience;
        }
        Staff manager = rules.manager(creation.department());
        if (creation.config().flag("ticket_alert_dept_members") && opened.staff() == 0 && opened.team() == 0) {
            members.stream().filter(agent -> agent != manager).forEach(agent -> add(audience, agent));
        }
        if (creation.config().flag("ticket_alert_dept_manager")) {
            add(audience, manager);
        }
        if (creation.config().flag("ticket_alert_acct_manager")) {
            rules.teams().accountManager(creation.ticket().accountManager()).forEach(agent -> add(audience, agent));
        }
        return audience;
    }

    /** A machine that writes from an agent's address would answer the alert again. */
    private void add(Audience audience, @Nullable Staff agent) {
        if (!(creation.isByMachine() && agent != null && isOwner(agent))) {
            audience.add(agent);
        }
    }

    private boolean isOwner(Staff agent) {
        Person owner = creation.owner();
        return owner != null
                && agent.email != null
                && Collation.key(agent.email).equals(Collation.key(owner.address()));
    }
}
