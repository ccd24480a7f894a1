package dev.ticketwire.testsupport;

import dev.ticketwire.contract.event.Actor;
import dev.ticketwire.contract.event.Entry;
import dev.ticketwire.contract.event.EventData;
import dev.ticketwire.contract.event.FeedGap;
import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.contract.event.TicketState.Named;
import dev.ticketwire.contract.event.TicketState.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Events as the feed makes them. */
public final class TestEvents {
    private static final TicketEventCodec CODEC = new TicketEventCodec(URI.create("/osticket"));
    private static final AtomicInteger IDS = new AtomicInteger();

    private TestEvents() {}

    public static TicketEvent changed(TicketEventType type, String number, int department) {
        return event(type, number, department, null, null);
    }

    public static TicketEvent transferred(String number, int from, int to) {
        return event(
                TicketEventType.TRANSFERRED,
                number,
                to,
                Map.of("department", new Named(from, "Before")),
                Map.of("department", new Named(to, "After")));
    }

    public static TicketEvent edited(String number, int department, Entry.Type kind) {
        Map<String, @Nullable Object> entry = Map.of(
                "entry", new Entry(7, kind, null, null, null, false, null, "text", false, "text", null, List.of()));
        return event(TicketEventType.ENTRY_EDITED, number, department, entry, entry);
    }

    public static TicketEvent gap() {
        FeedGap gap = new FeedGap(Instant.EPOCH, Instant.EPOCH.plusSeconds(9), "the log was purged");
        return new TicketEvent(
                "gap-" + IDS.incrementAndGet(), TicketEventType.FEED_GAP, Instant.EPOCH, null, null, gap);
    }

    private static TicketEvent event(
            TicketEventType type,
            String number,
            int department,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        EventData data = new TicketChange(state(number, department), Actor.SYSTEM, null, before, after);
        return new TicketEvent(
                "0-1-" + IDS.incrementAndGet() + "-" + type, type, Instant.EPOCH.plusSeconds(60), number, null, data);
    }

    private static TicketState state(String number, int department) {
        return new TicketState(
                17,
                number,
                "Secret subject",
                new Status(1, "Open", "open"),
                new Named(department, "Department " + department),
                new Named(10, "Feedback"),
                null,
                null,
                null,
                null,
                new Named(3, "Customer"),
                "Web",
                false,
                false,
                null,
                "2026-11-30 15:00:00",
                null,
                null);
    }

    /** As CloudEvent in JSON. */
    public static byte[] json(TicketEvent event) {
        return TicketEventCodec.json(CODEC.cloudEvent(event));
    }

    public static TicketEventCodec codec() {
        return CODEC;
    }
}
