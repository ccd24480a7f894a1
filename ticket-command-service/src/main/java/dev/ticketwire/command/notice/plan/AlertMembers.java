package dev.ticketwire.command.notice.plan;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.StaffDepartmentAccess;
import dev.ticketwire.osticket.sql.Collation;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The agents of each department whom its alerts may concern. */
final class AlertMembers {
    private static final int ALSO_EXTENDED = 1;
    private static final int NOBODY = 2;
    private static final int ADMINISTRATOR_ONLY = 3;
    private static final int WANTS_ALERTS = 1;

    private static final Comparator<Staff> BY_NAME = Comparator.comparing(
                    (Staff agent) -> Collation.key(Objects.requireNonNullElse(agent.firstName, "")))
            .thenComparing(agent -> Collation.key(Objects.requireNonNullElse(agent.lastName, "")))
            .thenComparingInt(agent -> agent.id);

    private final Reference reference;
    private final Map<Integer, List<Staff>> known = new ConcurrentHashMap<>();

    AlertMembers(Reference reference) {
        this.reference = reference;
    }

    /** Available agents by first and last name, the manager included if a member; empty if none is told. */
    List<Staff> of(@Nullable Department department) {
        return department == null ? List.of() : known.computeIfAbsent(department.id, id -> members(department));
    }

    /** Whether the administrator may be told of the department's new tickets. */
    static boolean includeAdministrator(@Nullable Department department) {
        return department == null || department.groupMembership != NOBODY;
    }

    private List<Staff> members(Department department) {
        if (department.groupMembership == NOBODY || department.groupMembership == ADMINISTRATOR_ONLY) {
            return List.of();
        }
        Set<Integer> extended = department.groupMembership == ALSO_EXTENDED ? extended(department) : Set.of();
        return reference.staff().all().stream()
                .filter(Staff::isAvailable)
                .filter(agent -> agent.departmentId == department.id || extended.contains(agent.id))
                .sorted(BY_NAME)
                .toList();
    }

    private Set<Integer> extended(Department department) {
        Set<Integer> agents = new HashSet<>();
        for (StaffDepartmentAccess access : reference.staffAccess()) {
            if (access.departmentId == department.id && (access.flags & WANTS_ALERTS) != 0) {
                agents.add(access.staffId);
            }
        }
        return agents;
    }
}
