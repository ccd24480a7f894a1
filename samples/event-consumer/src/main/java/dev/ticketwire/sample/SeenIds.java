package dev.ticketwire.sample;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ids of the events handled last. It recognizes repeats within one run only: a consumer that stores something keeps
 * the ids there, in a unique column that is written in the same transaction.
 */
final class SeenIds {
    private final int most;
    private final Set<String> ids = new LinkedHashSet<>();

    /** @param most number of ids to remember */
    SeenIds(int most) {
        this.most = most;
    }

    boolean contains(String id) {
        return ids.contains(id);
    }

    /** Remembers an id; forgets the oldest one if there are too many. */
    void add(String id) {
        if (ids.add(id) && ids.size() > most) {
            ids.remove(ids.iterator().next());
        }
    }
}
