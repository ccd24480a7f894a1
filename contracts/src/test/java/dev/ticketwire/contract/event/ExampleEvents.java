package dev.ticketwire.contract.event;

import static dev.ticketwire.contract.event.ExampleTicket.ADA;
import static dev.ticketwire.contract.event.ExampleTicket.NORA;

import dev.ticketwire.contract.event.TicketState.Named;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The golden examples as the code makes them: the life of one ticket, an event of each type. The help desk's database
 * is an hour ahead of UTC.
 */
final class ExampleEvents {
    private static final Actor AGENT = new Actor(Actor.Kind.AGENT, ADA.id(), ADA.name());
    private static final Actor CUSTOMER = new Actor(Actor.Kind.CUSTOMER, NORA.id(), NORA.name());
    private static final Actor KEY = new Actor(Actor.Kind.API_KEY, 3L, null);
    private static final String COMMAND = "019e0a5c-7b1e-7c2d-9a3b-1f2e3d4c5b6a";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final DateTimeFormatter OSTICKETS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(1));

    private final ExampleTicket ticket = new ExampleTicket();
    private final List<TicketEvent> events = new ArrayList<>();
    private int transaction = 4711;
    private Instant time = Instant.EPOCH;
    private Actor actor = AGENT;

    private ExampleEvents() {}

    /** In the order of their times. */
    static List<TicketEvent> life() {
        ExampleEvents life = new ExampleEvents();
        life.opened();
        life.conversation();
        life.changes();
        life.people();
        life.relations();
        life.end();
        return List.copyOf(life.events);
    }

    private void opened() {
        at("09:00:00", KEY);
        Entry first = entry(101, Entry.Type.MESSAGE, "The front brake squeals since the last service.", file());
        FieldValues fields = new FieldValues(List.of(bike("HB-1204")));
        add(TicketEventType.CREATED, null, values("entry", first, "fields", fields), COMMAND, TRACE);
        at("09:02:10", AGENT);
        ticket.agent = ADA;
        changed(TicketEventType.ASSIGNED, values("agent", null, "team", null), values("agent", ADA, "team", null));
    }

    private void conversation() {
        at("09:03:00", AGENT);
        after(TicketEventType.NOTE_POSTED, "entry", entry(102, Entry.Type.NOTE, "Pads ordered."));
        at("09:04:30", AGENT);
        after(TicketEventType.REPLY_POSTED, "entry", entry(103, Entry.Type.REPLY, "Please bring it in on Tuesday."));
        at("09:04:31", AGENT);
        ticket.answered = true;
        changed(TicketEventType.ANSWERED, "answered", false, true);
        at("09:10:00", CUSTOMER);
        ticket.answered = false;
        after(TicketEventType.MESSAGE_POSTED, "entry", entry(104, Entry.Type.MESSAGE, "Tuesday is fine."));
        at("09:12:00", AGENT);
        changed(
                TicketEventType.ENTRY_EDITED,
                "entry",
                entry(102, Entry.Type.NOTE, "Pads ordered."),
                entry(105, Entry.Type.NOTE, "Pads ordered, here on Monday."));
    }

    private void changes() {
        at("09:20:00", AGENT);
        ticket.subject = "Front brake squeals";
        changed(TicketEventType.SUBJECT_CHANGED, "subject", "Brake squeals", ticket.subject);
        at("09:21:00", AGENT);
        changed(TicketEventType.FIELD_CHANGED, "field", bike("HB-1204"), bike("HB-1240"));
        at("09:22:00", AGENT);
        ticket.topic = ExampleTicket.REPAIR;
        changed(TicketEventType.TOPIC_CHANGED, "topic", ExampleTicket.QUESTION, ticket.topic);
        at("09:23:00", AGENT);
        ticket.priority = ExampleTicket.HIGH;
        changed(TicketEventType.PRIORITY_CHANGED, "priority", ExampleTicket.NORMAL, ticket.priority);
        at("09:24:00", AGENT);
        ticket.sla = ExampleTicket.PREMIUM;
        changed(TicketEventType.SLA_CHANGED, "sla", ExampleTicket.STANDARD, ticket.sla);
        at("09:25:00", AGENT);
        ticket.dueDate = "2026-11-30 12:00:00";
        changed(TicketEventType.DUE_DATE_CHANGED, "dueDate", null, ticket.dueDate);
        at("09:26:00", AGENT);
        ticket.source = "Phone";
        changed(TicketEventType.SOURCE_CHANGED, "source", "API", "Phone");
    }

    private void people() {
        at("09:30:00", AGENT);
        ticket.owner = ExampleTicket.OTTO;
        changed(TicketEventType.OWNER_CHANGED, "owner", NORA, ticket.owner);
        at("09:31:00", AGENT);
        after(TicketEventType.COLLABORATOR_ADDED, "collaborator", new Collaborator(NORA.id(), NORA.name(), true));
        at("09:32:00", AGENT);
        before(TicketEventType.COLLABORATOR_REMOVED, "collaborator", new Collaborator(NORA.id(), NORA.name(), true));
        Referral referral = new Referral(Referral.Type.DEPARTMENT, 1, "Support");
        at("09:33:00", AGENT);
        ticket.department = ExampleTicket.SALES;
        changed(TicketEventType.TRANSFERRED, "department", ExampleTicket.SUPPORT, ticket.department);
        at("09:33:00", AGENT);
        after(TicketEventType.REFERRED, "referral", referral);
        at("09:34:00", AGENT);
        before(TicketEventType.REFERRAL_REMOVED, "referral", referral);
    }

    private void relations() {
        TicketReference parent = new TicketReference(17, "480100");
        at("10:00:00", AGENT);
        ticket.parentId = 17L;
        after(TicketEventType.LINKED, "parent", parent);
        at("10:01:00", AGENT);
        ticket.parentId = null;
        before(TicketEventType.UNLINKED, "parent", parent);
        at("11:00:05", Actor.SYSTEM);
        ticket.overdue = true;
        changed(TicketEventType.OVERDUE, "overdue", false, true);
        at("11:30:00", AGENT);
        ticket.status = ExampleTicket.RESOLVED;
        ticket.overdue = false;
        ticket.closed = "2026-11-30 12:30:00";
        changed(TicketEventType.STATUS_CHANGED, "status", ExampleTicket.OPEN, ticket.status);
        at("11:40:00", AGENT);
        ticket.parentId = 17L;
        after(TicketEventType.MERGED, "parent", parent);
    }

    private void end() {
        at("12:00:00", Actor.SYSTEM);
        Instant from = Instant.parse("2026-11-30T11:41:07Z");
        String gap = "gap-" + from.getEpochSecond() + "-" + time.getEpochSecond();
        FeedGap data = new FeedGap(from, time, "The binary log was purged before it was read.");
        events.add(new TicketEvent(gap, TicketEventType.FEED_GAP, time, null, null, data));
        at("12:00:02", Actor.SYSTEM);
        copied(TicketEventType.RESYNCHRONISED, "resynchronised-" + gap + "-22");
        at("13:00:00", Actor.SYSTEM);
        copied(TicketEventType.SNAPSHOT, "snapshot-019e0a5c-9d10-7a3b-8c2f-4e5d6c7b8a90-22");
        at("14:00:00", KEY);
        add(TicketEventType.DELETED, null, null, COMMAND, null);
    }

    private void copied(TicketEventType type, String id) {
        TicketChange change = new TicketChange(ticket.state(), actor, null, null, null);
        events.add(new TicketEvent(id, type, time, "480113", null, change));
    }

    private void at(String utc, Actor who) {
        time = Instant.parse("2026-11-30T00:00:00Z")
                .plusSeconds(LocalTime.parse(utc).toSecondOfDay());
        actor = who;
    }

    private void after(TicketEventType type, String member, Object value) {
        add(type, null, values(member, value), null, null);
    }

    private void before(TicketEventType type, String member, Object value) {
        add(type, values(member, value), null, null, null);
    }

    private void changed(TicketEventType type, String member, @Nullable Object before, Object after) {
        changed(type, values(member, before), values(member, after));
    }

    private void changed(
            TicketEventType type, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        add(type, before, after, null, null);
    }

    private void add(
            TicketEventType type,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            @Nullable String command,
            @Nullable String trace) {
        String kind = type.type().substring("ticket.".length(), type.type().lastIndexOf('.'));
        String id = "0-1-%d-%d-3-0-%s".formatted(transaction++, time.getEpochSecond(), kind);
        TicketChange change = new TicketChange(ticket.state(), actor, command, before, after);
        events.add(new TicketEvent(id, type, time, "480113", trace, change));
    }

    private Entry entry(long id, Entry.Type type, String body, AttachedFile... files) {
        boolean customers = type == Entry.Type.MESSAGE;
        Named author = customers ? NORA : ADA;
        return new Entry(
                id,
                type,
                author.name(),
                customers ? null : author,
                customers ? author : null,
                false,
                null,
                body,
                false,
                "text",
                OSTICKETS.format(time),
                Arrays.asList(files));
    }

    private static AttachedFile file() {
        return new AttachedFile(31, "brake.jpg", 48_213L, "image/jpeg", false);
    }

    private static FieldValue bike(String number) {
        return new FieldValue(37, "bike", "Bike number", number);
    }

    /** Names and values in turn. */
    private static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
