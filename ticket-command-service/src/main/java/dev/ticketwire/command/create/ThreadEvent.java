package dev.ticketwire.command.create;

import org.jspecify.annotations.Nullable;

/**
 * A line of a ticket's history.
 *
 * @param type its kind by name, e.g. {@code created}
 * @param staff agent that the ticket is assigned to, after the event; 0 for none
 * @param team likewise
 * @param data JSON, null for none
 * @param username who did it, as shown
 * @param byRequester whether the requester did it, not the system
 */
record ThreadEvent(
        String type, int staff, int team, @Nullable String data, String username, boolean byRequester) {
    private static final String SYSTEM = "SYSTEM";
    private static final String FILTER = "Ticket Filter";

    static ThreadEvent created() {
        return new ThreadEvent("created", 0, 0, null, SYSTEM, true);
    }

    static ThreadEvent collaborator(String data) {
        return new ThreadEvent("collab", 0, 0, data, SYSTEM, false);
    }

    static ThreadEvent filtered(String data) {
        return new ThreadEvent("edited", 0, 0, data, FILTER, false);
    }

    static ThreadEvent status(String type, String data) {
        return new ThreadEvent(type, 0, 0, data, SYSTEM, false);
    }

    static ThreadEvent assigned(int staff, int team, String data) {
        return new ThreadEvent("assigned", staff, team, data, FILTER, false);
    }
}
