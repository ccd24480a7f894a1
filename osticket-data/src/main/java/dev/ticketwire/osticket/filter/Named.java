package dev.ticketwire.osticket.filter;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds reference rows by name, whatever the case; of several the one with the lowest id. */
public final class Named {
    private Named() {}

    /** The status of this name, null if none. */
    public static @Nullable Integer status(String name, Reference reference) {
        TicketStatus status = reference.statuses().first(s -> isSame(s.name, name));
        return status == null ? null : status.id;
    }

    /**
     * @param text a name on any level, or names from the top level down, parted by {@code /}
     * @return null if none
     */
    public static @Nullable Integer department(String text, Reference reference) {
        if (text.indexOf('/') < 0) {
            return first(reference, d -> isSame(d.name, text));
        }
        int parent = 0;
        for (String part : text.split("/", -1)) {
            int above = parent;
            Integer id = first(reference, d -> parentOf(d) == above && isSame(d.name, part));
            if (id == null) {
                return null;
            }
            parent = id;
        }
        return parent;
    }

    private static @Nullable Integer first(Reference reference, Predicate<Department> condition) {
        Department department = reference.departments().first(condition);
        return department == null ? null : department.id;
    }

    private static int parentOf(Department department) {
        return department.parentId == null ? 0 : department.parentId;
    }

    static boolean isSame(String a, String b) {
        return folded(a).equals(folded(b));
    }

    /** Upper case first: it knows that ß is SS. */
    private static String folded(String text) {
        return text.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
