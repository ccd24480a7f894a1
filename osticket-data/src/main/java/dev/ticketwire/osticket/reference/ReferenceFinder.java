package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.osticket.text.CaseFolding;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows of the reference data by an id in any spelling of {@link RowId#ofNumber}, else by a name, ignoring case
 * ({@link CaseFolding}). A number is never a name. Of several rows with the same name, the one with the lowest id is
 * found. Inactive rows are found too; each method returns null if there is none.
 *
 * <p>Source: contract {@code http-api.md} 3.2.
 */
public final class ReferenceFinder {
    private final Reference reference;

    public ReferenceFinder(Reference reference) {
        this.reference = reference;
    }

    /** By id or own name, on any level. */
    public @Nullable Department department(String idOrName) {
        return find(idOrName, reference.departments(), department -> isNamed(department.name, idOrName));
    }

    /**
     * By id, own name, or path: names from the top level down, separated by {@code /}. A text with a {@code /} is
     * always a path. Source: contract {@code http-api.md} 4.4.
     */
    public @Nullable Department departmentByPath(String idOrPath) {
        if (idOrPath.indexOf('/') < 0) {
            return department(idOrPath);
        }
        Department found = null;
        for (String name : idOrPath.split("/", -1)) {
            int parent = found == null ? 0 : found.id;
            found = reference.departments().first(row -> parentOf(row) == parent && isNamed(row.name, name));
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    /** By id or name; a top-level topic takes precedence over others with the same name. */
    public @Nullable HelpTopic topic(String idOrName) {
        HelpTopic top =
                find(idOrName, reference.topics(), topic -> topic.parentId == 0 && isNamed(topic.name, idOrName));
        return top != null ? top : find(idOrName, reference.topics(), topic -> isNamed(topic.name, idOrName));
    }

    /** By id or name. */
    public @Nullable TicketStatus status(String idOrName) {
        return find(idOrName, reference.statuses(), status -> isNamed(status.name, idOrName));
    }

    /** By id or name. */
    public @Nullable ServiceLevel serviceLevel(String idOrName) {
        return find(idOrName, reference.serviceLevels(), level -> isNamed(level.name, idOrName));
    }

    /** By id or name. */
    public @Nullable Team team(String idOrName) {
        return find(idOrName, reference.teams(), team -> isNamed(team.name, idOrName));
    }

    /** By id, or by e-mail address if the text has an {@code @}, else by user name; never by full name. */
    public @Nullable Staff agent(String idOrLogin) {
        boolean isAddress = idOrLogin.indexOf('@') >= 0;
        return find(
                idOrLogin, reference.staff(), agent -> isNamed(isAddress ? agent.email : agent.username, idOrLogin));
    }

    /** By id, tag ({@code high}) or description ({@code High}). */
    public @Nullable TicketPriority priority(String idOrName) {
        return find(
                idOrName,
                reference.priorities(),
                priority -> isNamed(priority.tag, idOrName) || isNamed(priority.description, idOrName));
    }

    private static <T> @Nullable T find(String idOrName, RowsById<T> rows, Predicate<T> isMeant) {
        Integer id = RowId.ofNumber(idOrName);
        return id == null ? rows.first(isMeant) : rows.get(id);
    }

    private static boolean isNamed(@Nullable String name, String text) {
        return name != null && CaseFolding.isSame(name, text);
    }

    private static int parentOf(Department department) {
        return department.parentId == null ? 0 : department.parentId;
    }
}
