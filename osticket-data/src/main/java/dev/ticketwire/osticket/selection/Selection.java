package dev.ticketwire.osticket.selection;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.filter.RelationFilter;
import dev.ticketwire.osticket.reference.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides for one caller which events it is told. A filter never tells more than the caller may see. */
public final class Selection {
    private final EventFilter filter;
    private final Departments visible;
    private final boolean seesNotes;

    Selection(EventFilter filter, Identity caller) {
        this.filter = filter;
        this.visible = caller.departments();
        this.seesNotes = caller.seesNotes();
    }

    /** Whether a parameter of this name is a filter. */
    public static boolean isFilter(String name) {
        return EventFilter.isFilter(name);
    }

    /**
     * @param sent parameters by name, without blank values; others than filters are ignored
     * @param reference asked for if a filter needs it
     * @throws Refused 400 for an invalid value
     */
    public static Selection of(Map<String, List<String>> sent, Identity caller, Supplier<Reference> reference) {
        return new Selection(EventFilter.of(sent, reference), caller);
    }

    /**
     * For filters that are kept: they may name what no longer exists, which matches nothing.
     *
     * @param types with their versions; null for all
     * @param relations null for all
     */
    public static Selection of(@Nullable Set<String> types, @Nullable RelationFilter relations, Identity caller) {
        return new Selection(new EventFilter(types, null, relations), caller);
    }

    /** Whether the caller is told every event as it is, so that none has to be looked at. */
    public boolean isEverything() {
        return filter.isEmpty() && visible.areAll() && seesNotes;
    }

    /** Whether the caller may be told any event of a type; for those that ask for many callers at a time. */
    public boolean mayTell(String type) {
        return filter.acceptsType(type) || EventFacts.isGap(type);
    }

    /** What the caller is told of an event. */
    public View view(EventFacts event) {
        if (event.isGap()) {
            return View.WHOLE;
        }
        if (event.isNote() && !seesNotes || !filter.acceptsKind(event)) {
            return View.HIDDEN;
        }
        boolean seesAfter = visible.include(event.department());
        boolean seesBefore = visible.include(event.departmentBefore());
        if (seesAfter) {
            return viewOfState(event, seesBefore);
        }
        // How the ticket is in the other department must not show in whether a filter matches.
        return seesBefore && filter.acceptsDepartment(event.departmentBefore()) ? View.DEPARTURE : View.HIDDEN;
    }

    private View viewOfState(EventFacts event, boolean seesBefore) {
        boolean isAccepted = filter.acceptsState(event)
                && (filter.acceptsDepartment(event.department())
                        || seesBefore && filter.acceptsDepartment(event.departmentBefore()));
        if (!isAccepted) {
            return View.HIDDEN;
        }
        return seesBefore ? View.WHOLE : View.ARRIVAL;
    }
}
