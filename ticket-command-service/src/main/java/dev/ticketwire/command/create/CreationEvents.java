package dev.ticketwire.command.create;

import dev.ticketwire.command.create.filter.FilterResult;
import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.osticket.format.PhpJson;
import java.util.List;
import java.util.Map;

/** The thread events of a new ticket, in osTicket's order. */
final class CreationEvents {
    private CreationEvents() {}

    static void write(TicketDraft draft, FilterResult filterResult) {
        draft.events.add(ThreadEvent.created());
        filterResult.changes().forEach(change -> draft.events.add(ThreadEvent.filtered(change)));
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

    /** Inserts the events of collaborators directly after the creation event. */
    static void insertCollaborators(TicketDraft draft, List<ThreadEvent> joined) {
        draft.events.addAll(1, joined);
    }
}
