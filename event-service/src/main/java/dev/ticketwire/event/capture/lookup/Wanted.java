package dev.ticketwire.event.capture.lookup;

import java.util.Set;
import java.util.TreeSet;

/**
 * Ids of rows to look up. Mutable: callers add to the sets.
 *
 * @param tickets whole, with subject and priority
 * @param formEntries filled-in forms
 * @param users customers
 * @param numbers tickets of which only the number is wanted
 */
public record Wanted(
        Set<Long> tickets,
        Set<Long> threads,
        Set<Long> formEntries,
        Set<Long> users,
        Set<Long> files,
        Set<Long> numbers) {
    /** Nothing yet. */
    public Wanted() {
        this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    public boolean isEmpty() {
        return tickets.isEmpty()
                && threads.isEmpty()
                && formEntries.isEmpty()
                && users.isEmpty()
                && files.isEmpty()
                && numbers.isEmpty();
    }
}
