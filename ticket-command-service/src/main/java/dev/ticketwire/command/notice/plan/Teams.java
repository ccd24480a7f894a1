package dev.ticketwire.command.notice.plan;

import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.TeamMember;
import java.util.List;
import java.util.Objects;

/** Who stands behind a team or an account manager. The agents need not be available. */
final class Teams {
    private final Reference reference;

    Teams(Reference reference) {
        this.reference = reference;
    }

    /** The members who want alerts, in the order of their ids; empty without a team. */
    List<Staff> members(int team) {
        return reference.teamMembers().stream()
                .filter(member -> member.teamId == team && member.wantsAlerts())
                .map((TeamMember member) -> reference.staff().get(member.staffId))
                .filter(Objects::nonNull)
                .toList();
    }

    /** @param manager {@code s} or {@code t} and an id, empty for none: an agent, or the members of a team */
    List<Staff> accountManager(String manager) {
        Integer id = manager.isEmpty() ? null : RowId.ofNumber(manager.substring(1));
        if (id == null) {
            return List.of();
        }
        if (manager.startsWith("t")) {
            return members(id);
        }
        Staff agent = manager.startsWith("s") ? reference.staff().get(id) : null;
        return agent == null ? List.of() : List.of(agent);
    }
}
