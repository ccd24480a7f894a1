package dev.ticketwire.osticket.selection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.event.TicketEventType;

/**
 * What decides who is told an event. Ids are 0 where the event names none.
 *
 * @param type as in CloudEvents, e.g. {@code ticket.created.v1}
 * @param number of the ticket, empty for {@code feed.gap}
 * @param department of the ticket after the change
 * @param departmentBefore the same as {@code department}, except of a transfer
 * @param isNote whether it shows an internal note
 */
public record EventFacts(
        String type,
        String number,
        int department,
        int departmentBefore,
        int topic,
        int status,
        int priority,
        boolean isNote) {
    private static final String GAP = TicketEventType.FEED_GAP.type();
    private static final String TRANSFERRED = TicketEventType.TRANSFERRED.type();
    private static final String NOTE_POSTED = TicketEventType.NOTE_POSTED.type();
    private static final String ENTRY_EDITED = TicketEventType.ENTRY_EDITED.type();

    /** @param event a CloudEvent as JSON */
    public static EventFacts of(JsonNode event) {
        String type = event.path("type").asText();
        JsonNode data = event.path("data");
        JsonNode ticket = data.path("ticket");
        boolean isTransfer = type.equals(TRANSFERRED);
        int department = isTransfer && data.at("/after/department").isObject()
                ? id(data.path("after"), "department")
                : id(ticket, "department");
        return new EventFacts(
                type,
                event.path("subject").asText(),
                department,
                isTransfer ? id(data.path("before"), "department") : department,
                id(ticket, "topic"),
                id(ticket, "status"),
                id(ticket, "priority"),
                type.equals(NOTE_POSTED) || type.equals(ENTRY_EDITED) && mayBeNote(data));
    }

    private static int id(JsonNode parent, String member) {
        return parent.path(member).path("id").asInt();
    }

    /** An edited entry whose kind is not told counts as a note. */
    private static boolean mayBeNote(JsonNode data) {
        String kind = data.at("/after/entry/type")
                .asText(data.at("/before/entry/type").asText());
        return kind.isEmpty() || kind.equals("note");
    }

    /** Whether it says that events may be missing, which everybody is told. */
    boolean isGap() {
        return isGap(type);
    }

    static boolean isGap(String type) {
        return type.equals(GAP);
    }
}
