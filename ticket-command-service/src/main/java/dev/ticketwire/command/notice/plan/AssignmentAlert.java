package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.plan.PlannedMail.Content;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the agent, else the team, to whom a new ticket was assigned. */
final class AssignmentAlert {
    private AssignmentAlert() {}

    static List<PlannedMail> of(Creation creation) {
        PlanRules rules = creation.rules();
        Sender sender = rules.senders().department(creation.department());
        if (sender == null
                || !creation.config().flag("assigned_alert_active")
                || rules.members().of(creation.department()).isEmpty()) {
            return List.of();
        }
        Staff agent = rules.agent(creation.opened().staff());
        Team team =
                agent == null ? rules.reference().teams().get(creation.opened().team()) : null;
        Content content = new Content(null, "", null, agent, team, null);
        return recipients(creation, agent, team).agents().stream()
                .map(reader -> creation.toAgent(MailType.ASSIGNMENT_ALERT, sender, reader, Threading.NONE, content))
                .toList();
    }

    private static Audience recipients(Creation creation, @Nullable Staff agent, @Nullable Team team) {
        PlanRules rules = creation.rules();
        Audience audience = new Audience();
        if (agent != null && creation.config().flag("assigned_alert_staff")) {
            audience.add(agent);
        } else if (team != null && team.isEnabled() && team.wantsAlerts()) {
            if (creation.config().flag("assigned_alert_team_members")) {
                audience.addAll(rules.teams().members(team.id));
            } else if (creation.config().flag("assigned_alert_team_lead")) {
                audience.add(rules.agent(team.leadId));
            }
        }
        return audience;
    }
}
