package dev.ticketwire.command.create;

import dev.ticketwire.command.create.filter.Verdict;
import dev.ticketwire.command.ticket.ThreadEvent;
import dev.ticketwire.osticket.format.PhpJson;
import java.util.List;
import java.util.Map;

/** What a new ticket's history says, in osTicket's order. */
final class History {
    private History() {}

    static void write(Draft draft, Verdict verdict) {
        draft.events.add(ThreadEvent.created());
        verdict.changes().forEach(change -> draft.events.add(ThreadEvent.filtered(change)));
        ThreadEvent status = draft.status.event();
        if (status != null) {
            draft.events.add(status);
        }
        int staff = draft.staffId();
        int team = draft.teamId();
        if (staff != 0) {
            draft.events.add(ThreadEvent.assigned(staff, 0, PhpJson.write(Map.of("staff", staff))));
        }
        if (team != 0) {
            draft.events.add(ThreadEvent.assigned(staff, team, PhpJson.write(Map.of("team", team))));
        }
    }

    /** Collaborators join right after the ticket was made. */
    static void insertCollaborators(Draft draft, List<ThreadEvent> joined) {
        draft.events.addAll(1, joined);
    }
}
