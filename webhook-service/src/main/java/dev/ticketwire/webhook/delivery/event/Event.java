package dev.ticketwire.webhook.delivery.event;

import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.osticket.selection.EventFacts;
import dev.ticketwire.osticket.selection.Redaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the topic.
 *
 * @param published when its record was written
 * @param time CloudEvents' {@code time}
 * @param traceparent of the request that caused it, null if unknown
 * @param json the CloudEvent in one line, UTF-8; not to be changed
 */
public record Event(
        Place place,
        String id,
        String type,
        Instant time,
        Instant published,
        @Nullable String traceparent,
        EventFacts facts,
        byte[] json) {
    private static final String GAP = TicketEventType.FEED_GAP.type();

    static EventFacts facts(byte[] json) {
        return EventFacts.of(Redaction.parsed(json));
    }

    /** Whether it is told in another partition too, as a gap is in all of them. */
    public boolean isRepeat() {
        return place.partition() > 0 && type.equals(GAP);
    }

    /** Of the ticket; empty for a gap. */
    public String number() {
        return facts.number();
    }

    @Override
    public String toString() {
        return id + " at " + place;
    }
}
