package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.ChangedMember;
import dev.ticketwire.contract.event.Collaborator;
import dev.ticketwire.contract.event.Referral;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.event.TicketState.Named;
import dev.ticketwire.event.capture.row.CollaboratorRow;
import dev.ticketwire.event.capture.row.ReferralRow;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collaborators and referrals. */
final class PeopleRules {
    private final Surroundings names;

    PeopleRules(Surroundings names) {
        this.names = names;
    }

    /** Whether a collaborator is active may change; nobody joins or leaves by that. */
    List<Fact> collaborator(Step step) {
        CollaboratorRow before = step.before(CollaboratorRow.class);
        CollaboratorRow after = step.after(CollaboratorRow.class);
        if (before == null && after != null) {
            return List.of(
                    Fact.added(TicketEventType.COLLABORATOR_ADDED, ChangedMember.COLLABORATOR, collaborator(after)));
        }
        return before != null && after == null
                ? List.of(Fact.removed(
                        TicketEventType.COLLABORATOR_REMOVED, ChangedMember.COLLABORATOR, collaborator(before)))
                : List.of();
    }

    private Collaborator collaborator(CollaboratorRow row) {
        return new Collaborator(row.user(), name(names.customer(row.user())), row.isActive());
    }

    /**
     * Closing refers the ticket to its own assignee, so that the agent still finds it. A ticket cannot be referred to
     * its assignee otherwise, so this says nothing.
     *
     * @param ticket after the change
     */
    List<Fact> referral(Step step, TicketRow ticket) {
        ReferralRow before = step.before(ReferralRow.class);
        ReferralRow after = step.after(ReferralRow.class);
        if (before == null && after != null && !isHousekeeping(after, ticket)) {
            return List.of(Fact.added(TicketEventType.REFERRED, ChangedMember.REFERRAL, referral(after)));
        }
        return before != null && after == null
                ? List.of(Fact.removed(TicketEventType.REFERRAL_REMOVED, ChangedMember.REFERRAL, referral(before)))
                : List.of();
    }

    private boolean isHousekeeping(ReferralRow referral, TicketRow ticket) {
        TicketStatus status = names.status(ticket.status());
        return referral.isOfAgent() && referral.object() == ticket.agent() && status != null && !status.isOpen();
    }

    private Referral referral(ReferralRow row) {
        long id = row.object();
        return switch (row.objectType()) {
            case "S" -> new Referral(Referral.Type.AGENT, id, name(names.agent(id)));
            case "E" -> new Referral(Referral.Type.TEAM, id, name(names.team(id)));
            default -> new Referral(Referral.Type.DEPARTMENT, id, name(names.department(id)));
        };
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }
}
