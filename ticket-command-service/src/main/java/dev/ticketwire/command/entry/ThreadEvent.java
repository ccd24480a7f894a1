package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.format.PhpJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in a ticket's history.
 *
 * @param type its kind by name, e.g. {@code created}
 * @param staff agent that the ticket is assigned to, after the event; 0 for none
 * @param team likewise
 * @param data JSON, null for none
 * @param username who did it, as shown
 * @param byRequester whether the requester, or the author of the message, did it and not the system
 */
public record ThreadEvent(
        String type, int staff, int team, @Nullable String data, String username, boolean byRequester) {
    private static final String SYSTEM = "SYSTEM";
    private static final String FILTER = "Ticket Filter";

    public static ThreadEvent created() {
        return new ThreadEvent("created", 0, 0, null, SYSTEM, true);
    }

    public static ThreadEvent collaborator(String data) {
        return bySystem("collab", 0, 0, data);
    }

    /** Further recipients of the requester's mail become collaborators. */
    public static ThreadEvent copied(int staff, int team, String data) {
        return new ThreadEvent("collab", staff, team, data, SYSTEM, true);
    }

    /** The ticket is referred to a department. */
    public static ThreadEvent referred(int staff, int team, int department) {
        return bySystem("referred", staff, team, PhpJson.write(Map.of("dept", department)));
    }

    public static ThreadEvent filtered(String data) {
        return new ThreadEvent("edited", 0, 0, data, FILTER, false);
    }

    public static ThreadEvent assigned(int staff, int team, String data) {
        return new ThreadEvent("assigned", staff, team, data, FILTER, false);
    }

    public static ThreadEvent bySystem(String type, int staff, int team, @Nullable String data) {
        return new ThreadEvent(type, staff, team, data, SYSTEM, false);
    }

    /** @param username who did it, as shown; null for the system. It is never linked to a user or an agent */
    public static ThreadEvent reopened(int staff, int team, @Nullable String username) {
        return new ThreadEvent("reopened", staff, team, null, username == null ? SYSTEM : username, false);
    }

    /** The data of an event for a closed status. */
    public static String closed(int status, String name) {
        return PhpJson.write(Map.of("status", List.of(status, name)));
    }

    /** The data of an event for an open status. */
    public static String status(int status) {
        return PhpJson.write(Map.of("status", status));
    }
}
